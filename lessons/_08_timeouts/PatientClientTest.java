package _08_timeouts;

import static _08_timeouts.PatientClientAssertions.assertCalledOff;
import static _08_timeouts.PatientClientAssertions.assertNotLost;
import static _08_timeouts.PatientClientAssertions.assertPassed;
import static _08_timeouts.PatientClientAssertions.assertPauses;
import static _08_timeouts.PatientClientAssertions.assertTellsWhy;
import static _08_timeouts.PatientClientAssertions.pizzeria;
import static _08_timeouts.PatientClientAssertions.shown;
import static _08_timeouts.Peer.breaks;
import static _08_timeouts.Peer.deaf;
import static _08_timeouts.Peer.defect;
import static _08_timeouts.Peer.defective;
import static _08_timeouts.Peer.drips;
import static _08_timeouts.Peer.ends;
import static _08_timeouts.Peer.hears;
import static _08_timeouts.Peer.hearsAfter;
import static _08_timeouts.Peer.interrupts;
import static _08_timeouts.Peer.interruptsConnect;
import static _08_timeouts.Peer.noSocket;
import static _08_timeouts.Peer.nothing;
import static _08_timeouts.Peer.refuses;
import static _08_timeouts.Peer.resets;
import static _08_timeouts.Peer.says;
import static _08_timeouts.Peer.saysLatin1;
import static _08_timeouts.PretendNetwork.told;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _08_timeouts.Caller.BackOff;
import _08_timeouts.Caller.Limits;
import _08_timeouts.Caller.Question;
import _08_timeouts.Caller.Time;
import _08_timeouts.Peer.Piece;
import _08_timeouts.exercise.PatientClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;

/// The graded tests of PatientClient. A pizzeria is called.
///
/// Time is the [PretendNetwork]'s own: minutes pass at once. Where sockets of this machine are
/// used, a right answer waits for nothing.
class PatientClientTest {
  private static final Question PRICE = new Question("price margherita", true);
  private static final Question ORDER = new Question("order margherita", false);
  private static final Peer ANSWERS = hears(says("8 €\n"));
  private static final InetSocketAddress PIZZERIA = pizzeria(80);

  /// Where the total is not the subject, it is never reached.
  private static final Limits LIMITS = new Limits(ofSeconds(20), ofSeconds(30), ofMinutes(30));

  /// For real sockets: no machine is so slow that it needs it.
  private static final Limits AMPLE = new Limits(ofHours(1), ofHours(1), ofHours(1));

  private static final BackOff BACK_OFF = new BackOff(5, ofMillis(100), ofMillis(250));
  private static final BackOff ONCE = new BackOff(1, ofMillis(1), ofMillis(1));
  private static final BackOff TWICE = new BackOff(2, ofMillis(1), ofMillis(1));

  /// How long a wait may be.
  private static final List<Duration> TIMES = List.of(ofMillis(1), ofMillis(1_250), ofDays(1));

  @AfterEach
  void anInterruptIsNoneOfTheNextTest() {
    Thread.interrupted();
  }

  @Test
  @DisplayName("one question, one answer, whatever it says")
  @Graded(points = 1, read = "the contract, Caller.java")
  void oneAnswer() throws Exception {
    var network = new PretendNetwork(hears(says("sold out\n")), hears(says("ordered\n")));
    assertAnswer("sold out", network, ORDER, "the answer to \"order margherita\"");
    assertEquals(1, network.attempts(), "attempts, when the answer was \"sold out\"");
    for (var text : List.of("", " 8 € ", "Zoë 日本 🍕", "8\r", "1\r2\t\u0085\u2028\u0000")) {
      var wanted = new PretendNetwork(hears(says(text + "\nmore"))).byteByByte();
      assertAnswer(text, wanted, new Question(text, true), "the answer " + shown(text));
      var heard = shown(wanted.heard().getFirst());
      assertEquals(shown(text), heard, "what was heard, when the question was " + shown(text));
    }
    var latin = new PretendNetwork(hears(saysLatin1("café\n")));
    assertAnswer("caf�", latin, PRICE, "\"caf\", and E9, which is not UTF-8");
    var longest = "🍕".repeat(250);
    var story = new PretendNetwork(hears(says("ab€é🍕".repeat(2_000) + "\n")));
    var answer = client(story).ask(PIZZERIA, new Question(longest, true));
    assertTrue(answer.equals("ab€é🍕".repeat(2_000)), "a long answer is not as it was said");
    assertTrue(story.heard().contains(longest), "a question of 1,000 bytes is not heard so");
    try (var pizzeria = new Pizzeria("8 €\n")) {
      var client = new PatientClient(AMPLE, BACK_OFF, pizzeria.clients(), Time.REAL);
      var price = client.ask(pizzeria.address(), PRICE);
      assertEquals("8 €", price, "the answer to \"price margherita\"");
      assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "what the pizzeria has heard");
    }
  }

  @Test
  @DisplayName("connect() waits as long as it may, not for ever")
  @Graded(points = 1, read = "lesson 08, \"No room in the queue\"")
  void connecting() throws Exception {
    var network = new PretendNetwork(deaf(), ANSWERS);
    assertAnswer("8 €", network, PRICE, "the answer at the second attempt");
    assertPassed(ofMillis(20_100), network, "20 s for connect(), 0.1 s of pause");
    for (var time : TIMES) {
      var when = "nobody is there, and connect() may wait for " + told(time);
      var vain = new PretendNetwork(deaf());
      assertNoAnswer(client(vain, new Limits(time, ofSeconds(1), ofDays(1)), ONCE), when);
      assertPassed(time, vain, when);
    }
  }

  @Test
  @DisplayName("read() waits as long as it may for the next bytes, not for ever")
  @Graded(points = 1, read = "lesson 08, \"Nobody accepts\"")
  void reading() throws Exception {
    var silent = new PretendNetwork(hears());
    assertNoAnswer(silent, ORDER, "the pizzeria says nothing");
    assertPassed(ofSeconds(30), silent, "the pizzeria says nothing, and read() may wait for 30 s");
    var half = new PretendNetwork(hears(says(ofSeconds(10), "8")));
    assertNoAnswer(half, ORDER, "the pizzeria says \"8\" after 10 s, and then nothing");
    assertPassed(ofSeconds(40), half, "10 s until \"8\", then 30 s for read()");
    var slow = new PretendNetwork(hears(says(ofSeconds(20), "8"), says(ofSeconds(20), " €\n")));
    assertAnswer("8 €", slow, ORDER, "an answer in two pieces, 20 s for each");
    for (var time : TIMES) {
      var when = "nothing is said, and read() may wait for " + told(time);
      var vain = new PretendNetwork(hears());
      assertNoAnswer(client(vain, new Limits(ofSeconds(1), time, ofDays(1)), ONCE), when);
      assertPassed(time, vain, when);
    }
  }

  @Test
  @DisplayName("an end or a reset before the newline is no answer: it is asked again")
  @Graded(points = 1, read = "lesson 08, \"Four ways to hear no\"")
  void halfAnAnswer() throws Exception {
    var network =
        new PretendNetwork(hears(ends()), hears(says("8"), ends()), hears(resets()), ANSWERS);
    assertAnswer("8 €", network, PRICE, "the answer after nothing, \"8\", and a reset");
    assertEquals(4, network.attempts(), "attempts until there was an answer");
    assertNoAnswer(new PretendNetwork(hears(ends())), ORDER, "the connection ends at once");
    var half = new PretendNetwork(hears(says("8"), ends()));
    assertNoAnswer(half, PRICE, "each time the connection ends after \"8\"");
    assertEquals(5, half.attempts(), "attempts that ended after \"8\"; 5 are allowed");
    var broken = new PretendNetwork(breaks(), hears(says("8"), resets()), hears(), ANSWERS);
    assertAnswer(
        "8 €", broken, PRICE, "after write() has failed, a reset after \"8\", and silence");
  }

  @Test
  @DisplayName("what must not be heard twice is asked again only if it was not heard at all")
  @Graded(points = 1, read = "lesson 08, \"Two questions, one connection\"")
  void repeatedIfItMayBe() throws Exception {
    var closed = new PretendNetwork(refuses(), deaf(), noSocket(), hears(says("ordered\n")));
    assertAnswer("ordered", closed, ORDER, "refused, nobody there, and no socket to be had");
    for (var no : List.of(ends(), resets(), nothing(), says("or"))) {
      var network = new PretendNetwork(hears(no, ends()), hears(says("ordered\n")));
      try {
        ask(network, ORDER);
      } catch (IOException expected) {
        // How often was it heard?
      }
      assertEquals(
          List.of("order margherita"),
          network.heard(),
          "what was ordered, when the first connection broke");
    }
    var broken = new PretendNetwork(breaks(), hears(says("ordered\n")));
    assertNoAnswer(broken, ORDER, "write() fails: nobody knows how much was heard");
    assertPassed(Duration.ZERO, broken, "write() fails, so the attempt does, and nothing is read");
    for (var mistake : List.of(defect(), hears(says("8"), defective()))) {
      var network = new PretendNetwork(mistake, ANSWERS);
      try {
        fail("a RuntimeException is a bug, and ask returned " + shown(ask(network, PRICE)));
      } catch (IllegalStateException expected) {
        assertSame(network.failure().orElse(null), expected, "the RuntimeException thrown on");
        assertEquals(1, network.attempts(), "attempts, though the first met a defect");
      }
    }
  }

  @Test
  @DisplayName("pauses double up to the longest; the last failure is thrown, without a pause")
  @Graded(points = 1, read = "the contract, Caller.java: BackOff")
  void backingOff() throws Exception {
    var five = new PretendNetwork(refuses());
    var client = client(five);
    assertNoAnswer(client, "all 5 attempts are refused");
    assertEquals(5, five.attempts(), "attempts, each refused");
    assertEquals("[0.1 s, 0.2 s, 0.25 s, 0.25 s]", five.pauses(), "pauses between 5 attempts");
    assertNoAnswer(client, "all 5 attempts at the second question are refused, too");
    assertPauses(five, "of two questions", 100, 200, 250, 250, 100, 200, 250, 250);
    var one = new PretendNetwork(refuses());
    assertNoAnswer(client(one, LIMITS, ONCE), "1 attempt");
    assertEquals("1 attempts, pauses []", one.attempts() + " attempts, pauses " + one.pauses());
    var many = new PretendNetwork(refuses());
    assertNoAnswer(client(many, LIMITS, new BackOff(1_000, ofMillis(1), ofMillis(3))), "1,000");
    var pauses = IntStream.concat(IntStream.of(1, 2), IntStream.generate(() -> 3).limit(997));
    assertPauses(many, "between 1,000 attempts, from 1 ms to 3 ms", pauses.toArray());
    for (var first : List.of(ofNanos(1_500_001), ofHours(2))) {
      var odd = new PretendNetwork(refuses());
      var backOff = new BackOff(4, first, first.multipliedBy(3));
      assertNoAnswer(client(odd, new Limits(first, first, ofDays(1)), backOff), "4 attempts");
      var expected = Stream.of(1, 2, 3).map(times -> told(first.multipliedBy(times))).toList();
      assertEquals(expected.toString(), odd.pauses(), "pauses between 4 attempts");
    }
    for (var last : List.of(refuses(), deaf(), noSocket(), breaks(), hears(), hears(resets()))) {
      var network = new PretendNetwork(refuses(), last);
      assertTellsWhy(client(network, LIMITS, TWICE), network, PRICE);
    }
    for (var only : List.of(breaks(), hears(), hears(resets()))) {
      var network = new PretendNetwork(only);
      assertTellsWhy(client(network), network, ORDER);
    }
    var late = new PretendNetwork(refuses());
    assertTellsWhy(within(ofMillis(100), late), late, PRICE);
  }

  @Test
  @DisplayName("all attempts and pauses together have one limit")
  @Graded(points = 1, read = "lesson 08, \"A byte now and then\"")
  void inAll() throws Exception {
    var cut = new PretendNetwork(deaf());
    assertLasts(
        ofSeconds(30), cut, "20 s for connect(), 0.1 s of pause, and what was left of 30 s");
    var vain = new PretendNetwork(deaf());
    assertNoAnswer(within(ofMillis(40_250), vain), "nobody is there, 40.25 s in all");
    assertEquals("[0.1 s]", vain.pauses(), "pauses: after 40.1 s the next, 0.2 s, leaves nothing");
    var equal = new PretendNetwork(deaf());
    assertNoAnswer(within(ofMillis(20_100), equal), "nobody is there, 20.1 s in all");
    assertEquals("[]", equal.pauses(), "pauses: after 20 s the first, 0.1 s, leaves nothing");
    var silent = new PretendNetwork(hears());
    assertLasts(ofSeconds(25), silent, "read() may wait for 30 s, but there are 25 s in all");
    for (var left : List.of(ofNanos(500_000), ofNanos(1_500_000))) {
      var little = new PretendNetwork(deaf());
      assertLasts(ofMillis(20_100).plus(left), little, told(left) + " was left after the pause");
    }
    var over = new PretendNetwork(refuses(), deaf()).oversleeping(ofSeconds(10));
    assertNoAnswer(within(ofSeconds(5), over), "a pause of 0.1 s lasts 10.1 s, and 5 s were given");
    assertPassed(ofMillis(10_100), over, "after the pause there was no time left");
    for (var total : List.of(ofSeconds(15), ofSeconds(25))) {
      var late = new PretendNetwork(hearsAfter(ofSeconds(15)));
      assertLasts(total, late, "15 s for connect(), and what was left of " + told(total));
    }

    var again = new PretendNetwork(ANSWERS);
    var client = within(ofMinutes(1), again);
    assertEquals("8 €", client.ask(PIZZERIA, PRICE), "the answer to the first question");
    again.pause(ofMinutes(2));
    assertEquals("8 €", client.ask(pizzeria(81), PRICE), "the same question, two minutes later");
    assertEquals(List.of(PIZZERIA, pizzeria(81)), again.called(), "the servers that were called");

    for (var overflow : List.of(ofSeconds(10), ofSeconds(30), ofSeconds(50))) {
      for (var start : List.of(Long.MAX_VALUE - overflow.toNanos(), -overflow.toNanos())) {
        var when = "30 s in all, on a clock that begins at " + start + " ns";
        var odd = new PretendNetwork(deaf()).beginningAt(start);
        assertLasts(ofSeconds(30), odd, when);
        var soon = within(ofSeconds(30), new PretendNetwork(refuses(), ANSWERS).beginningAt(start));
        PatientClientAssertions.assertAnswer("8 €", soon, PRICE, "refused, then answered, " + when);
      }
    }
  }

  @Test
  @DisplayName("an answer that comes in drips has the same limit in total")
  @Graded(points = 1, read = "lesson 08, \"A byte now and then\"")
  void dripping() throws Exception {
    var drip = new PretendNetwork(drips(ofSeconds(10)));
    assertLasts(ofSeconds(105), drip, "a byte every 10 s, 105 s in all");
    var nearly = ofSeconds(20).plusNanos(500_000);
    var little = new PretendNetwork(hears(says(ofSeconds(20), "8")));
    assertLasts(nearly, little, "half a millisecond was left after the first byte");
    var letter = new PretendNetwork(hears(saysLatin1(ofSeconds(20), "\u00e2")));
    assertLasts(ofSeconds(25), letter, "20 s until the first byte of a letter, 25 s in all");
    var dots = Collections.nCopies(3_000, says(ofNanos(900_000), ".")).toArray(Piece[]::new);
    var quick = new PretendNetwork(hears(dots));
    assertLasts(ofSeconds(1), quick, "a byte every 0.9 ms, 1 s in all");
  }

  @Test
  @DisplayName("an interrupted thread does not try again, and a timeout is no interrupt")
  @Graded(points = 1, read = "lesson 08, \"Interrupt a read\"")
  void interrupted() throws Exception {
    for (var question : List.of(PRICE, ORDER)) {
      var pausing = new PretendNetwork(refuses(), ANSWERS).interrupting();
      assertCalledOff(client(pausing), pausing, question, "refused, and interrupted in the pause");
      var connecting = new PretendNetwork(interruptsConnect(), ANSWERS);
      assertCalledOff(client(connecting), connecting, question, "interrupted while it connected");
      Thread.currentThread().interrupt();
      var before = new PretendNetwork(refuses(), ANSWERS);
      assertCalledOff(client(before), before, question, "refused, and interrupted before");
      for (var peer : List.of(ANSWERS, refuses(), hears(ends()))) {
        Thread.currentThread().interrupt();
        var once = client(new PretendNetwork(peer), LIMITS, ONCE);
        assertNotLost(once, question, "interrupted before, and there was one attempt");
      }
    }
    var reading = new PretendNetwork(hears(interrupts()), ANSWERS);
    assertCalledOff(client(reading), reading, PRICE, "interrupted while it read");
    var ordering = client(new PretendNetwork(hears(interrupts()), ANSWERS));
    assertNotLost(ordering, ORDER, "interrupted while it read");
    assertNoAnswer(new PretendNetwork(hears()), ORDER, "the pizzeria says nothing");
    assertFalse(Thread.interrupted(), "nobody interrupted the thread, and now it says so");
  }

  @Test
  @DisplayName("every socket is closed, whatever happens, and before a pause")
  @Graded(points = 1, read = "lesson 07, \"Closed on every way out?\"")
  void closed() throws Exception {
    assertClosed("an answer", ANSWERS);
    assertClosed("an answer at the second attempt", hears(ends()), ANSWERS);
    assertClosed("half an answer", hears(says("8"), ends()));
    assertClosed("a reset", hears(resets()));
    assertClosed("a write that failed", breaks());
    assertClosed("silence", hears());
    assertClosed("nobody there", deaf());
    assertClosed("an interrupt", hears(interrupts()));
    assertClosed("a RuntimeException", defect());
    assertClosed("a RuntimeException from read()", hears(defective()));
    try (var pizzeria = new Pizzeria("8", "8 €\n")) {
      Time watching =
          new Time() {
            @Override
            public long nanoTime() {
              return 0;
            }

            @Override
            public void pause(Duration howLong) {
              assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "heard at first");
            }
          };
      var client = new PatientClient(AMPLE, BACK_OFF, pizzeria.clients(), watching);
      assertEquals("8 €", client.ask(pizzeria.address(), PRICE), "the answer after half of one");
      assertEquals("price margherita\n", pizzeria.heardByTheEnd(), "heard at last");
    }
  }

  private static Caller client(PretendNetwork network) {
    return client(network, LIMITS, BACK_OFF);
  }

  private static Caller client(PretendNetwork network, Limits limits, BackOff backOff) {
    return new PatientClient(limits, backOff, network, network);
  }

  private static Caller within(Duration total, PretendNetwork network) {
    return client(network, new Limits(LIMITS.connect(), LIMITS.read(), total), BACK_OFF);
  }

  private static String ask(PretendNetwork network, Question question)
      throws IOException, InterruptedException {
    return client(network).ask(PIZZERIA, question);
  }

  private static void assertAnswer(
      String expected, PretendNetwork network, Question question, String when)
      throws InterruptedException {
    PatientClientAssertions.assertAnswer(expected, client(network), question, when);
  }

  private static void assertNoAnswer(PretendNetwork network, Question question, String when)
      throws InterruptedException {
    PatientClientAssertions.assertNoAnswer(client(network), question, when);
  }

  private static void assertNoAnswer(Caller client, String when) throws InterruptedException {
    PatientClientAssertions.assertNoAnswer(client, PRICE, when);
  }

  private static void assertLasts(Duration total, PretendNetwork network, String when)
      throws InterruptedException {
    assertNoAnswer(within(total, network), when);
    assertPassed(total, network, when);
  }

  private static void assertClosed(String after, Peer... peers) {
    var network = new PretendNetwork(peers);
    PatientClientAssertions.assertClosed(client(network), network, PRICE, after);
  }
}
