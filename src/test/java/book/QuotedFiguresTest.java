package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.Lesson;
import workbook.usecase.LessonPages;

/// A figure in a sentence is one of the table beside it, or follows from two of them.
///
/// Looked at are figures of three digits or more, in sentences that stand in one folded part with a
/// table: they were measured. A figure may be a cell, a sum, a difference, a quotient or a
/// percentage of two cells, each rounded as the sentence writes it, or it may stand in the
/// question. What is no measurement is listed here.
@Tag("fast")
class QuotedFiguresTest {
  /// Figures that no run gives, and what they are.
  private static final Map<String, String> CONSTANTS =
      Map.ofEntries(
          Map.entry("18.15", "seconds of the course's own countdown, one after the other"),
          Map.entry("19.48", "seconds of the course's own countdown, in two threads"),
          Map.entry("3.13", "a version of Python"),
          Map.entry("3.14", "a version of Python"),
          Map.entry("101", "the status of HTTP with which a server agrees to an upgrade"),
          Map.entry("6455", "the RFC of web sockets"),
          Map.entry("703", "a PEP"),
          Map.entry("779", "a PEP"),
          Map.entry("1967", "the year of Amdahl's paper"),
          Map.entry("1988", "the year of Gustafson's paper"),
          Map.entry("1.98", "what Amdahl's law gives a hundred workers"),
          Map.entry("17.4", "a chapter of the Java Language Specification"),
          Map.entry("17.5", "another one"),
          Map.entry("17.7", "another one"),
          Map.entry("128", "what Java adds to the number of a signal"),
          Map.entry("443", "the port of HTTPS"),
          Map.entry("1,024", "the first port that needs no privilege"),
          Map.entry("65,535", "the last port"),
          Map.entry("67,000", "sleepers that deoptimised, counted in the JVM's log"));

  private static final Pattern FIGURE = Pattern.compile("(?<![\\w.])\\d[\\d,]*(\\.\\d+)?");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`|\\]\\([^)]*\\)");

  @TestFactory
  Stream<DynamicTest> everyFigureFollowsFromItsTable() {
    return Contents.LESSONS.stream()
        .map(lesson -> dynamicTest(lesson.name(), () -> assertEquals(List.of(), faults(lesson))));
  }

  private static List<String> faults(Lesson lesson) {
    var faults = new ArrayList<String>();
    for (var step : LessonPages.of(lesson).steps()) {
      var where = "lessons/%s/README.md:%d: ".formatted(lesson.room(), step.line());
      var question = step.text() + step.question() + step.settings();
      for (var figure : unexplained(step.reveal(), question)) {
        faults.add(where + "nothing in the table of this step gives " + figure);
      }
    }
    return faults;
  }

  /// The figures of sentences that do not follow from the tables of the same text.
  private static List<String> unexplained(String reveal, String question) {
    var tables = new StringBuilder();
    var sentences = new StringBuilder();
    CODE.matcher(reveal)
        .replaceAll(" ")
        .lines()
        .forEach(line -> (line.startsWith("|") ? tables : sentences).append(line).append('\n'));
    var cells = figures(tables.toString()).stream().map(QuotedFiguresTest::value).toList();
    var asked = figures(question);
    return cells.isEmpty()
        ? List.of()
        : figures(sentences.toString()).stream()
            .filter(figure -> digits(figure) >= 3 && !asked.contains(figure))
            .filter(figure -> !CONSTANTS.containsKey(figure))
            .filter(figure -> !follows(figure, cells))
            .toList();
  }

  private static boolean follows(String figure, List<Double> cells) {
    var point = figure.indexOf('.');
    var precision = point < 0 ? 0.5 : 0.5 * Math.pow(10, point + 1.0 - figure.length());
    var value = value(figure);
    for (var a : cells) {
      for (var b : cells) {
        var ways = List.of(a, a + b, a - b, a / b, 100 * a / b, 100 - 100 * a / b);
        if (ways.stream().anyMatch(way -> Math.abs(way - value) <= precision * 1.001)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(found -> found.group().replaceFirst(",$", ""))
        .toList();
  }

  private static long digits(String figure) {
    return figure.chars().filter(Character::isDigit).count();
  }

  private static double value(String figure) {
    return Double.parseDouble(figure.replace(",", ""));
  }

  @Test
  void aFigureThatIsNotOfTheTableIsFound() {
    var table = "| run | counted |\n| --- | ---: |\n| 1 | 1,266 |\n| 2 | 633 |\n\n";
    assertEquals(List.of(), unexplained(table + "It counted 1,266, exactly 2.00 times 633.", ""));
    assertEquals(List.of(), unexplained(table + "Of 5,000 it lost 50.0 %.", "5,000"));
    assertEquals(List.of("1,299"), unexplained(table + "It counted 1,299.", "5,000"));
    assertEquals(List.of("2.10"), unexplained(table + "That's 2.10 times as many.", ""));
    assertEquals(List.of(), unexplained("It counted 1,267, and there's no table.", ""));
  }
}
