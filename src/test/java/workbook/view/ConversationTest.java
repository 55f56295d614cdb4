package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;
import workbook.MessageEvent;
import workbook.MessageEvent.Act;
import workbook.view.Conversation.Arrow;

@Tag("fast")
class ConversationTest {
  private static final Chart.Conversation TALK = new Chart.Conversation("Talk", "client", "server");

  private static final MessageEvent[] WHOLE = {
    sign(0, "client", Act.CONNECTS, "server"),
    sign(10_000, "server", Act.ACCEPTS, "client"),
    Samples.writes(20_000, "client", "server", "pi"),
    Samples.writes(30_000, "client", "server", "ng!"),
    Samples.reads(40_000, "server", "client", "ping"),
    Samples.reads(41_000, "server", "client", "!"),
    Samples.writes(50_000, "server", "client", "pong"),
    Samples.reads(60_000, "client", "server", "po"),
    sign(70_000, "client", Act.ENDS, "server"),
    sign(80_000, "server", Act.SEES_END, "client"),
    new MessageEvent(90_000, "server", Act.DOES, "", 0, "closes"),
  };

  @Test
  void bytesAreCountedToFindTheirRead() {
    assertEquals(
        List.of(
            new Arrow(0, 1, 0),
            new Arrow(2, 4, 2),
            new Arrow(3, 4, 2),
            new Arrow(3, 5, 1),
            new Arrow(6, 7, 2),
            new Arrow(8, 9, 0)),
        Conversation.of(TALK, List.of(WHOLE)).arrows());
  }

  @Test
  void aNewConnectionBeginsWithNothingUnread() {
    var arrows =
        Conversation.of(
                TALK,
                List.of(
                    sign(0, "client", Act.CONNECTS, "server"),
                    Samples.writes(1, "client", "server", "lost"),
                    sign(2, "client", Act.CONNECTS, "server"),
                    sign(3, "server", Act.ACCEPTS, "client"),
                    Samples.writes(4, "client", "server", "new"),
                    Samples.reads(5, "server", "client", "new")))
            .arrows();
    assertEquals(List.of(new Arrow(2, 3, 0), new Arrow(4, 5, 3)), arrows);
  }

  @Test
  void othersAreLeftOut() {
    var turns =
        List.of(
            Samples.writes(0, "client", "stranger", "a"),
            Samples.writes(1, "stranger", "server", "b"),
            Samples.writes(2, "client", "server", "c"));
    assertEquals(1, Conversation.of(TALK, turns).turns().size());
  }

  @Test
  void eachTurnIsALineAndAnArrowLeadsToWhatTook() {
    assertEquals(
        """
        Talk
              µs  client                                 server
           0.000  ● connects                                   │
          10.000  ├───────────────── accepts ─────────────────→●
          20.000  ● writes 1: "pi"                             │
          30.000  ● writes 2: "ng!"                            │
          40.000  ├─────────── reads 1 + 2: "ping" ───────────→●
          41.000  ├─────────────── reads 2: "!" ──────────────→●
          50.000  │              writes 3: "pong", only 2 read ●
          60.000  ●←───────────── reads 3: "po" ───────────────┤
          70.000  ● ends                                       │
          80.000  ├─────────────── sees the end ──────────────→●
          90.000  │                                     closes ●
        """,
        drawn(56, WHOLE));
  }

  @Test
  void whatNobodyTookIsSaid() {
    var drawn =
        drawn(
            80,
            sign(0, "client", Act.CONNECTS, "server"),
            Samples.writes(1, "client", "server", "ping"));
    assertTrue(drawn.contains("● connects, not accepted"), drawn);
    assertTrue(drawn.contains("● writes 1: \"ping\", not read"), drawn);
  }

  @Test
  void aLongConversationLosesItsMiddle() {
    var turns =
        IntStream.range(0, 1000)
            .mapToObj(i -> Samples.writes(i, "client", "server", "日本語 𝄞"))
            .toArray(MessageEvent[]::new);
    var drawn = drawn(60, turns);
    assertEquals(2 + 40 + 1 + 20, drawn.lines().count());
    assertTrue(drawn.contains("(940 turns left out)"), drawn);
    assertTrue(drawn.lines().allMatch(line -> TerminalText.width(line) <= 60), drawn);
  }

  @Test
  void withoutUnicodeTheLinesAreAscii() {
    var drawn = TerminalChart.draw(TALK, Samples.talked(WHOLE), Page.PLAIN);
    assertTrue(drawn.contains("|---"), drawn);
    assertTrue(drawn.chars().allMatch(letter -> letter < 128), drawn);
  }

  @Test
  void threePartiesAndOneHaveRoom() {
    var three = new Chart.Conversation("Three", "a", "b", "c");
    var talk =
        Samples.talked(
            Samples.writes(0, "a", "c", "over b"),
            Samples.reads(1, "c", "a", "over b"),
            Samples.writes(2, "b", "a", "left"));
    var drawn = TerminalChart.draw(three, talk, Samples.WIDE);
    assertTrue(drawn.contains("writes 2: \"left\", not read ●"), drawn);
    assertTrue(drawn.contains("├──────"), drawn);
    var alone = TerminalChart.draw(new Chart.Conversation("One", "a"), talk, Samples.WIDE);
    assertTrue(alone.contains("Nothing was recorded"), alone);
  }

  @Test
  void bytesAreShownAsTextOrAsTheyAre() {
    assertEquals("\"pi\\r\\n\"", MessageEvent.shown(new byte[] {'p', 'i', '\r', '\n'}));
    assertEquals("\"é\"", MessageEvent.shown(new byte[] {(byte) 0xC3, (byte) 0xA9}));
    assertEquals("\"a\\xC3\"", MessageEvent.shown(new byte[] {'a', (byte) 0xC3}));
    assertEquals("\"\"", MessageEvent.shown(new byte[0]));
    assertEquals("8,192 bytes", MessageEvent.shown(new byte[8192]));
  }

  private static MessageEvent sign(long at, String party, Act act, String peer) {
    return new MessageEvent(at, party, act, peer, 0, "");
  }

  private static String drawn(int width, MessageEvent... turns) {
    return TerminalChart.draw(TALK, Samples.talked(turns), new Page(width, false, true));
  }
}
