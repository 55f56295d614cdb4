package book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.CompletedProcess;
import workbook.process.PythonScript;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.LessonPages;

/// `lessons/FROM_PYTHON.md` has a row for every idea of the Python notes, and each row leads to a
/// step of the book.
@Tag("fast")
class FromPythonTest {
  private static final int IDEAS = 67;
  private static final Path FILE = Path.of("lessons", "FROM_PYTHON.md");
  private static final Book BOOK = new Book(Contents.LESSONS);

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*$");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?<room>_\\d\\d_\\w+)/README\\.md(?:#(?<step>[^)]*))?\\)");
  private static final Pattern SPACED = Pattern.compile("(?m)^## .* <!-- (step|scenario): .*$");
  private static final Pattern COMMAND =
      Pattern.compile("`target/workbook (?<word>\\w+) (?<what>[^`]+)`");
  private static final Pattern PYTHON = Pattern.compile("`python3 -c \"(?<program>[^`]+)\"`");

  /// Marks what is said and isn't so.
  private static final String NOT_SO = "**✗**";

  @Test
  void everyIdeaHasARow() throws IOException {
    var numbers = ideas().stream().map(FromPythonTest::number).toList();
    assertEquals(IntStream.rangeClosed(1, IDEAS).boxed().toList(), numbers);
  }

  @Test
  void everyRowLeadsToAStep() throws IOException {
    var faults = new ArrayList<String>();
    for (var row : ideas()) {
      if (LINK.matcher(row).results().findAny().isEmpty()) {
        faults.add("row " + number(row) + ": link the step, as [Title](_NN_name/README.md#title)");
      }
    }
    LINK.matcher(page()).results().forEach(link -> faults.addAll(faults(link)));
    assertEquals(List.of(), faults);
  }

  @Test
  void aStepHasTheSameNameOnGitHubAsElsewhere() throws IOException {
    var faults = new ArrayList<String>();
    for (var lesson : Contents.LESSONS) {
      var file = Path.of("lessons", lesson.room(), "README.md");
      for (var spaced : SPACED.matcher(Files.readString(file)).results().toList()) {
        faults.add(
            "%s: take the space before the comment away, or GitHub adds a hyphen: %s"
                .formatted(file, spaced.group()));
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyLessonIsNamed() throws IOException {
    var page = page();
    var faults = new ArrayList<String>();
    for (var lesson : Contents.LESSONS) {
      if (!page.contains("(" + lesson.room() + "/README.md#")) {
        faults.add("no row leads to a step of lesson " + lesson.number());
      }
      if (!page.contains("\n## " + lesson.number() + " " + ContentsTest.title(lesson) + "\n")) {
        faults.add("give lesson %s its rows, below a heading".formatted(lesson.number()));
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void whatIsNotSoIsMarkedWhereItIsSaid() throws IOException {
    var marked = ideas().stream().filter(row -> row.contains(NOT_SO)).map(FromPythonTest::number);
    assertEquals(claims().stream().map(FromPythonTest::number).toList(), marked.toList());
  }

  @Test
  void everyClaimCanBeSeenThroughByACommandThatExists() throws IOException {
    var faults = new ArrayList<String>();
    for (var claim : claims()) {
      if (!COMMAND.matcher(claim).find() && !PYTHON.matcher(claim).find()) {
        faults.add("row " + number(claim) + ": say how to see it for yourself");
      }
    }
    for (var command : COMMAND.matcher(page()).results().toList()) {
      fault(command.group("word"), command.group("what")).ifPresent(faults::add);
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyLineOfPythonRuns() throws Exception {
    var python = PythonScript.interpreter();
    Assumptions.assumeTrue(python.isPresent(), "there is no python3");
    for (var line : PYTHON.matcher(page()).results().toList()) {
      var program = line.group("program");
      var ended = CompletedProcess.of(new ProcessBuilder("" + python.get(), "-c", program));
      assertEquals(0, ended.code(), program + "\n" + ended.lines());
    }
  }

  private static String page() throws IOException {
    return Files.readString(FILE);
  }

  /// The rows of the lessons' tables.
  private static List<String> ideas() throws IOException {
    return rows(page().substring(endOfClaims()));
  }

  /// The rows of the first table: what is said and isn't so.
  private static List<String> claims() throws IOException {
    return rows(page().substring(0, endOfClaims()));
  }

  private static int endOfClaims() throws IOException {
    return page().indexOf("\n## 01 ");
  }

  private static List<String> rows(String text) {
    return ROW.matcher(text).results().map(MatchResult::group).toList();
  }

  private static int number(String row) {
    return Integer.parseInt(row.substring(2, row.indexOf(' ', 2)));
  }

  private static List<String> faults(MatchResult link) {
    var room = link.group("room");
    var anchor = link.group("step");
    var lesson = BOOK.lessons().stream().filter(each -> each.room().equals(room)).findFirst();
    if (lesson.isEmpty() || anchor == null) {
      return List.of(link.group() + ": no such lesson, or no step of it");
    }
    var anchors =
        LessonPages.of(lesson.get()).steps().stream().map(step -> anchor(step.title())).toList();
    return anchors.contains(anchor)
        ? List.of()
        : List.of("%s: no such step; write one of %s".formatted(link.group(), anchors));
  }

  private static Optional<String> fault(String word, String what) {
    try {
      var found =
          switch (word) {
            case "run" -> BOOK.experiment(what).name();
            case "explore", "play" -> BOOK.scenario(what).name();
            case "search" -> what;
            default -> throw CommandException.usage("There is no command '" + word + "'.");
          };
      return found.equals(what) ? Optional.empty() : Optional.of(found);
    } catch (CommandException unknown) {
      return Optional.of(unknown.getMessage());
    }
  }

  /// The name GitHub gives to a heading.
  private static String anchor(String title) {
    var plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "");
    return plain.replace(' ', '-');
  }
}
