package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of the report of every broken program: it speaks the source's language, fits the
/// page, and tells what the failure needed.
@Tag("slow")
final class ReportsTest {
  private static final Path PROGRAMS = Path.of("src", "test", "java", "scenarios");
  private static final int PAGE = 80;

  /// Names that only the compiler and the explorer know.
  private static final Pattern HIDDEN =
      Pattern.compile(
          "arg\\$|val\\$|this\\$|lambda\\$|\\$\\$Lambda|\\$reset|\\$init|\\$body|access\\$|\\$\\d"
              + "|workbook[./]explore|explored[./]java|@[0-9a-f]{6,}");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{2,}");

  /// Every static method called `bad` or `…Bad` that makes a scenario.
  static List<String> broken() throws IOException {
    try (var files = Files.walk(PROGRAMS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .flatMap(ReportsTest::broken)
          .toList();
    }
  }

  private static Stream<String> broken(Path file) {
    var parts = PROGRAMS.getParent().relativize(file).toString().replace(".java", "");
    var name = parts.replace(file.getFileSystem().getSeparator(), ".");
    try {
      return Arrays.stream(Class.forName(name).getDeclaredMethods())
          .filter(method -> method.getName().matches("bad|.+Bad"))
          .filter(method -> workbook.Scenario.class.isAssignableFrom(method.getReturnType()))
          .sorted(Comparator.comparing(Method::getName))
          .map(method -> name + "::" + method.getName());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aReportTellsTheWholeStoryInTheWordsOfTheSource(String program) {
    var verdict = Explorer.explore(Subject.named(program), Budget.DEFAULT);
    if (verdict instanceof Verdict.Holds) {
      return; // MorePairsTest names the broken programs that are not found
    }
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    var trace = fails.trace();
    var text = trace.text(PAGE, false);
    assertAll(
        program,
        () -> assertEquals(Trace.End.FAILED, trace.end(), text),
        () -> assertFalse(HIDDEN.matcher(trace + fails.says()).find(), text),
        () -> assertEquals("", tooLong(text), text),
        () -> assertEquals(List.of(), broken(trace, text), text),
        () -> assertTrue(trace.ending().endsWith(fails.says()), fails::says),
        () -> assertTrue(turns(trace) >= fails.preemptions(), text),
        () -> assertTrue(tellsItsPlace(fails, text), text));
  }

  private static String tooLong(String text) {
    return text.lines().filter(line -> line.length() > PAGE).collect(Collectors.joining("\n"));
  }

  /// The names in its steps that no line has as a whole.
  private static List<String> broken(Trace trace, String text) {
    var whole = names(text).distinct().toList();
    return TraceSelection.of(trace.steps()).stream()
        .map(trace.steps()::get)
        .flatMap(step -> Stream.of(step.says(), step.source()))
        .flatMap(ReportsTest::names)
        .distinct()
        .filter(name -> !whole.contains(name))
        .toList();
  }

  private static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(found -> found.group());
  }

  /// Turns that are drawn and cost something.
  private static long turns(Trace trace) {
    return TraceSelection.of(trace.steps()).stream()
        .map(trace.steps()::get)
        .filter(step -> step.isPaidTurn() || isWeakFailure(step))
        .count();
  }

  private static boolean isWeakFailure(Trace.Step step) {
    return step.does().startsWith("calls weakCompareAndSet") && step.gives().equals("false");
  }

  /// Whether the report names the line where it failed, or where each thread waits.
  private static boolean tellsItsPlace(Verdict.Fails fails, String text) {
    return switch (fails.kind()) {
      case DEADLOCK, LOST_WAKEUP ->
          fails.facts().stream()
              .filter(fact -> fact.contains(" waits ") && !fact.endsWith("waits for work"))
              .allMatch(fact -> fact.matches("(?s).*at \\w+\\.java:\\d+.*"));
      case DATA_RACE ->
          fails.facts().stream().filter(fact -> fact.contains("holding")).count() == 2;
      case ASSERTION, EXCEPTION -> {
        var place = ThrownText.place(fails.cause());
        yield place.isEmpty() || text.contains(String.valueOf(place.get().getLineNumber()));
      }
      default -> text.matches("(?s).*(\\w+\\.java:\\d+|waits for work).*");
    };
  }
}
