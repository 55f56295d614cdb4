package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.OwnProgram;

/// PlayablePrograms are explored and played on pages, as in the terminal.
@Tag("fast")
final class GamesTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private static final String RIGHT =
      """
      class Bank {
        static int balance;

        public static void main(String[] args) throws InterruptedException {
          var other = new Thread(() -> add(2));
          other.start();
          add(1);
          other.join();
          if (balance != 3) {
            throw new AssertionError("balance " + balance);
          }
        }

        static synchronized void add(int amount) {
          balance += amount;
        }
      }
      """;

  @TempDir private Path home;

  private Path file;
  private ProgressLog log;
  private PlayablePrograms programs;

  @BeforeEach
  void begin() throws IOException {
    file = home.resolve("Bank.java");
    Files.writeString(file, RIGHT);
    var none = Optional.<String>empty();
    var request = new OwnProgram.Request(file.toString(), none, none, none, none, none);
    log = new ProgressLog(home, _ -> {});
    var own = Optional.of(new OwnFile(request));
    programs = new PlayablePrograms(new Book(Contents.LESSONS), own, log);
  }

  private String ran(Map<String, String> form) {
    return programs.run(form).orElseThrow().show("/runs/1", log);
  }

  @Test
  void aTestThatIsLeftOutIsNamed() throws IOException {
    Files.writeString(
        file,
        """
        import org.junit.jupiter.api.*;

        class Bank {
          @Test
          void opens() {}

          @Disabled("not yet")
          @Test
          void closes() {}
        }
        """);
    var html = ran(Map.of("own", file.toString()));
    assertTrue(
        html.startsWith("<p>Left out: the test closes of Bank, which is disabled: not"), html);
    assertTrue(html.contains("<h2>This is the test opens of Bank"), html);
  }

  /// What the view of the first run in a part of a page is given.
  private static JsonObject data(String html) {
    var found = DATA.matcher(html);
    assertTrue(found.find(), html);
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  private static String text(JsonObject data, String name) {
    return data.get(name).getAsString();
  }

  /// What comes of a move in a game that stands so.
  private Response answer(JsonObject game, Map<String, String> more) {
    var form = new HashMap<String, String>();
    for (var name : new String[] {"program", "schedule", "decisions", "state"}) {
      form.put(name, text(game, name));
    }
    form.putAll(more);
    return programs.games().answer(form);
  }

  private JsonObject act(JsonObject game, Map<String, String> more) {
    var answer = answer(game, more);
    var body = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(200, answer.status(), body);
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /// The moves that can be made now.
  private static JsonObject last(JsonObject game) {
    var choices = game.getAsJsonArray("choices");
    return choices.get(choices.size() - 1).getAsJsonObject();
  }

  private JsonObject begun(String program) {
    return data(ran(Map.of("program", program, "act", "play")));
  }

  @Test
  void aRunBranchesWhereAnotherThreadIsChosen() {
    var html = ran(Map.of("program", "locks/lock-order", "act", "explore"));
    assertTrue(html.contains("✗ Deadlock: no thread can go on."), html);
    var explored = data(html);
    assertEquals("deadlock: no thread can go on", text(explored, "ending"));
    assertEquals("FAILED", text(explored, "end"));
    assertTrue(Progress.of(log.events()).met("locks/lock-order"));
    var turn = explored.getAsJsonArray("choices").get(2).getAsJsonObject();
    assertEquals(1, turn.get("after").getAsInt());
    assertNotEquals(0, turn.get("taken").getAsInt());
    var decision = turn.get("decision").getAsString();
    var open = act(explored, Map.of("decisions", decision, "act", "show"));
    assertEquals("OPEN", text(open, "end"));
    assertEquals(turn.get("options"), last(open).get("options"));
    var ended = act(open, Map.of("act", "move", "option", "0"));
    assertEquals("HELD", text(ended, "end"));
    assertTrue(text(ended, "note").startsWith("It held this time."), ended::toString);
    var again = act(open, Map.of("act", "move", "option", turn.get("taken").getAsString()));
    var deadlock = act(again, Map.of("act", "on"));
    assertEquals(explored.get("steps"), deadlock.get("steps"));
    assertTrue(text(deadlock, "note").startsWith("You broke it! Deadlock: no thread can go on."));
  }

  @Test
  void aGameIsWonByFollowingTheHintsInTheWordsOfTheTerminal() {
    var game = begun("races/lost-update");
    assertTrue(text(game, "note").contains("You are the scheduler."), game::toString);
    for (var moves = 0; text(game, "end").equals("OPEN"); moves++) {
      assertTrue(moves < 20, game::toString);
      var hint = text(act(game, Map.of("act", "hint")), "note");
      var number = Integer.parseInt(hint.replaceFirst("(?s).* go on \\((\\d+)\\).*", "$1"));
      var options = last(game).getAsJsonArray("options");
      var option = options.get(number - 1).getAsJsonObject().get("option").getAsString();
      game = act(game, Map.of("act", "move", "option", option));
    }
    assertEquals(
        "You broke it! Expected 2, saw 1. It can't be done with fewer forced moves.",
        text(game, "note"));
    assertTrue(Progress.of(log.events()).met("races/lost-update"));
    var back = act(game, Map.of("act", "undo"));
    assertEquals("OPEN", text(back, "end"));
    assertEquals("0", text(act(back, Map.of("act", "restart")), "made"));
  }

  @Test
  void aClaimIsJudged() {
    var broken = begun("races/lost-update");
    assertEquals(
        "There is a schedule that breaks it, with 1 forced move. Find it!",
        text(act(broken, Map.of("act", "claim")), "note"));
    assertFalse(Progress.of(log.events()).met("races/lost-update"));
    var mended = begun("races/lost-update-mended");
    var note = text(act(mended, Map.of("act", "claim")), "note");
    assertTrue(note.startsWith("You win: no schedule can break it."), note);
    assertTrue(Progress.of(log.events()).met("races/lost-update-mended"));
  }

  @Test
  void aLinkOutlivesTheServerButNotAChangeOfTheProgram() throws IOException {
    var html = ran(Map.of("own", file.toString()));
    assertTrue(html.contains("It holds in every schedule"), html);
    assertTrue(html.contains("href=\"/play/own/1\""), html);
    var game = act(begun("own/1"), Map.of("act", "on"));
    assertEquals("HELD", text(game, "end"));
    begin();
    assertEquals(game.get("steps"), act(game, Map.of("act", "show")).get("steps"));
    Files.writeString(file, RIGHT.replace("static synchronized", "static"));
    var answer = answer(game, Map.of("act", "show"));
    assertEquals(409, answer.status());
    var says = new String(answer.body(), StandardCharsets.UTF_8);
    assertTrue(says.startsWith("The program has changed since this schedule was made"), says);
    assertTrue(ran(Map.of("own", "")).contains("✗ A check failed: main: balance "));
  }

  @Test
  void aFileThatCannotBeExploredIsToldOf() throws IOException {
    var version = programs.version().orElseThrow();
    Files.writeString(file, RIGHT.replace("balance += amount;", "balance += amount"));
    assertNotEquals(version, programs.version().orElseThrow());
    var wrong = ran(Map.of("own", ""));
    assertTrue(
        wrong.startsWith("<pre class=\"bad\"") && wrong.contains("&#39;;&#39; expected"), wrong);
    var opens = "new java.io.FileInputStream(\"none\").close();";
    Files.writeString(file, "void main() throws Exception { %s }".formatted(opens));
    assertTrue(ran(Map.of("own", "")).contains("It cannot be explored: "));
    assertTrue(
        ran(Map.of("program", "own/1", "act", "play")).contains("Bank.java cannot be explored: "));
    Files.delete(file);
    assertTrue(ran(Map.of("own", "")).contains("There is no file "));
    var noLonger = programs.page("own/1").orElseThrow();
    assertEquals(404, noLonger.status());
    var says = new String(noLonger.body(), StandardCharsets.UTF_8);
    assertEquals(file + " has no such program any more. Its page, /own, says why.", says);
    assertEquals(404, programs.games().answer(Map.of("program", "own/1")).status());
  }

  @Test
  void whatNobodyOffersIsRefused() {
    var game = begun("races/lost-update");
    assertEquals(409, answer(game, Map.of("act", "move", "option", "7")).status());
    assertEquals(409, answer(game, Map.of("act", "move", "option", "x")).status());
    assertEquals(409, answer(game, Map.of("schedule", "no schedule")).status());
    assertEquals(409, answer(game, Map.of("schedule", "900.1", "decisions", "")).status());
    assertEquals(404, answer(game, Map.of("program", "races/nope")).status());
    assertEquals(Optional.empty(), programs.page("races/nope"));
    assertTrue(programs.page("races/lost-update").isPresent());
  }
}
