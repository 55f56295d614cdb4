package workbook.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.Exercise;
import workbook.course.GradeBook;
import workbook.course.Mark;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;

/// What the class's page says of one exercise.
final class ExerciseSection {
  private static final int MOST_NAMED = 12;

  private final String name;
  private final Exercise exercise;
  private final Map<String, TestCount> tests = new LinkedHashMap<>();
  private final Map<String, List<ClassPage.Linked>> beliefs = new LinkedHashMap<>();
  private final Map<String, Integer> verdicts = new HashMap<>();
  private final List<StudentLine> entries = new ArrayList<>();

  /// How a test went for all who were graded.
  private static final class TestCount {
    private final TestResult test;
    private int passed;
    private int failed;
    private int unclear;
    private String read = "";

    TestCount(TestResult test) {
      this.test = test;
    }

    void add(TestResult result) {
      passed += result.passed() ? 1 : 0;
      failed += result.failed() ? 1 : 0;
      unclear += result.judged() ? 0 : 1;
      read = read.isEmpty() ? result.read() : read;
    }

    int all() {
      return passed + failed + unclear;
    }
  }

  /// A line of the table of students.
  private record StudentLine(ClassPage.Linked student, GradeBook.Line line, List<String> beliefs) {}

  ExerciseSection(String name, Exercise exercise) {
    this.name = name;
    this.exercise = exercise;
  }

  void add(ClassPage.Linked student, StudentReport.Answer answer, List<String> behind) {
    entries.add(new StudentLine(student, answer.line(), behind));
    verdicts.merge(answer.line().mark().verdict(), 1, Integer::sum);
    behind.forEach(one -> beliefs.computeIfAbsent(one, _ -> new ArrayList<>()).add(student));
    if (answer.result().orElse(null) instanceof GradingResult.Scored scored) {
      scored
          .results()
          .forEach(test -> tests.computeIfAbsent(test.test(), _ -> new TestCount(test)).add(test));
    }
  }

  String name() {
    return name;
  }

  String id() {
    return exercise.id();
  }

  boolean isAnswered() {
    return count(Mark.MISSING) < entries.size();
  }

  int count(String verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /// Of the answers that have points, missing ones aside; a dash for none.
  String meanPoints() {
    var points =
        entries.stream()
            .map(entry -> entry.line().mark())
            .filter(mark -> mark.counts() && !mark.verdict().equals(Mark.MISSING))
            .mapToInt(Mark::points)
            .average();
    return points.isPresent() ? String.format(Locale.ROOT, "%.1f", points.getAsDouble()) : "–";
  }

  void write(Html html) {
    html.leaf("h2", name, "id", id());
    html.leaf("p", exercise.asks());
    tests(html);
    beliefs(html);
    students(html);
  }

  /// The tests, that which most fail first.
  private void tests(Html html) {
    if (tests.isEmpty()) {
      return;
    }
    html.leaf("h3", "Where the class is stuck");
    html.openTable(
        "Each test, the one that most answers fail first", "What is asked", "Fail it", "Read");
    tests.values().stream()
        .sorted(Comparator.comparingInt((TestCount count) -> -count.failed))
        .forEach(count -> test(count, html));
    html.closeTable();
  }

  private static void test(TestCount count, Html html) {
    html.open("tr").leaf("th", count.test.says(), "scope", "row").open("td");
    html.text("%,d of %,d".formatted(count.failed, count.all()));
    if (count.unclear > 0) {
      html.text(", %,d not judged".formatted(count.unclear));
    }
    html.lineBreak();
    html.open(
            "meter",
            "min",
            "0",
            "max",
            String.valueOf(Math.max(1, count.all())),
            "value",
            String.valueOf(count.failed),
            "aria-hidden",
            "true")
        .close();
    html.close().leaf("td", count.read).close();
  }

  private void beliefs(Html html) {
    if (beliefs.isEmpty()) {
      return;
    }
    html.leaf("h3", "What wrong answers may rest on");
    html.leaf(
        "p",
        "These answers fail the same test in the same words as a wrong answer of the book that"
            + " rests on this belief. Another mistake can look the same.");
    html.openTable(
        "Beliefs, the most frequent first", "They may believe that", "#Answers", "Students");
    beliefs.entrySet().stream()
        .sorted(Comparator.comparingInt(belief -> -belief.getValue().size()))
        .forEach(
            belief -> {
              var students = belief.getValue();
              html.open("tr").leaf("th", belief.getKey(), "scope", "row");
              html.leaf("td", "%,d".formatted(students.size()), "class", "count").open("td");
              some(students, html);
              html.close().close();
            });
    html.closeTable();
  }

  private static void some(List<ClassPage.Linked> students, Html html) {
    var separator = "";
    for (var student : students.subList(0, Math.min(MOST_NAMED, students.size()))) {
      html.text(separator);
      student.write(html);
      separator = ", ";
    }
    if (students.size() > MOST_NAMED) {
      html.text(" and %,d more".formatted(students.size() - MOST_NAMED));
    }
  }

  private void students(Html html) {
    html.leaf("h3", "Every student");
    html.openTable(
        "In the order of their names",
        "Student",
        "Verdict",
        "#Points",
        "What it may rest on, or why not");
    for (var entry : entries) {
      var mark = entry.line().mark();
      html.open("tr").open("th", "scope", "row");
      entry.student().write(html);
      html.close().open("td");
      VerdictWords.of(mark).write(html);
      html.text(entry.line().task().late() ? ", late" : "").close();
      html.leaf("td", mark.counts() ? String.valueOf(mark.points()) : "–", "class", "count");
      html.leaf("td", entry.beliefs().isEmpty() ? mark.says() : String.join("; ", entry.beliefs()));
      html.close();
    }
    html.closeTable();
  }
}
