package workbook.report;

import workbook.Exercise;
import workbook.course.GradeBook;
import workbook.course.HandedInFile;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// A student's page: what each answer is worth, how it fails, and what to read. It tells of nobody
/// else.
public final class StudentPage {
  /// How a student calls the workbook, wherever the instructor's is.
  private static final String WORKBOOK = "target/workbook ";

  private final Html html;

  private StudentPage(Html html) {
    this.html = html;
  }

  /// The whole page, HTML.
  public static String of(StudentReport report) {
    var student = report.student();
    return Html.page(
        "Exercises of " + student.name(),
        html -> {
          html.open("h1").text("Exercises of ").leaf("bdi", student.name()).close();
          if (!student.id().equals(student.name())) {
            html.open("p").text("Identifier: ").leaf("bdi", student.id()).close();
          }
          var page = new StudentPage(html);
          page.overview(report);
          report.answers().forEach(page::answer);
        });
  }

  private void overview(StudentReport report) {
    html.openTable("What each answer is worth", "Exercise", "Verdict", "#Points");
    for (var answer : report.answers()) {
      var line = answer.line();
      html.open("tr").open("th", "scope", "row");
      html.leaf("a", line.exercise(), "href", "#" + answer.exercise().id()).close();
      html.open("td");
      VerdictWords.of(line.mark()).write(html);
      html.text(line.task().late() ? ", late" : "").close();
      html.leaf("td", points(line), "class", "count").close();
    }
    html.closeTable();
  }

  private static String points(GradeBook.Line line) {
    var mark = line.mark();
    return mark.counts() ? "%d of %d".formatted(mark.points(), mark.of()) : "none yet";
  }

  private void answer(StudentReport.Answer answer) {
    var line = answer.line();
    html.open("h2", "id", answer.exercise().id()).text(line.exercise() + " ");
    VerdictWords.of(line.mark()).write(html);
    html.close();
    html.leaf("p", answer.exercise().asks());
    line.task().file().ifPresent(file -> file(file, line));
    if (answer.result().isEmpty()) {
      html.leaf("p", line.mark().says());
      return;
    }
    switch (answer.result().get()) {
      case GradingResult.Rejected rejected -> problems(rejected);
      case GradingResult.Scored scored -> tests(scored, answer);
    }
  }

  private void file(HandedInFile file, GradeBook.Line line) {
    html.open("p").text("Graded: ").open("code").leaf("bdi", file.path()).close();
    if (line.task().late()) {
      html.text(", which came late");
    }
    if (line.task().earlier() > 0) {
      html.text(", the last of %d files for this exercise".formatted(line.task().earlier() + 1));
    }
    html.text(".").close();
  }

  private void problems(GradingResult.Rejected rejected) {
    html.leaf("p", "No test was run: the file can't be graded. Mend this first:").open("ul");
    for (var problem : rejected.diagnostics()) {
      var where = problem.line() == 0 ? "" : "Line %d: ".formatted(problem.line());
      html.leaf("li", where + problem.says());
    }
    html.close();
  }

  private void tests(GradingResult.Scored scored, StudentReport.Answer answer) {
    var exercise = answer.exercise();
    html.openTable("The tests of " + exercise.id(), "What is asked", "Verdict", "#Points");
    for (var test : scored.results()) {
      html.open("tr").leaf("th", test.says(), "scope", "row").open("td");
      VerdictWords.of(test).write(html);
      html.close();
      html.leaf(
          "td",
          "%d of %d".formatted(test.passed() ? test.points() : 0, test.points()),
          "class",
          "count");
      html.close();
    }
    html.closeTable();
    scored.failures().forEach(test -> failure(test, exercise));
    scored.results().stream()
        .filter(test -> !test.judged())
        .forEach(test -> failure(test, exercise));
    if (scored.passed()) {
      html.open("p").text("Compare it with other right answers: ");
      html.leaf("code", WORKBOOK + "exercise solution " + exercise.id()).close();
      return;
    }
    if (!answer.hint().isEmpty()) {
      html.open("details").leaf("summary", "Stuck? The first hint").open("p");
      hint(answer.hint());
      html.close().close();
    }
    html.open("p").text(answer.hint().isEmpty() ? "Stuck? A hint: " : "One more hint: ");
    html.leaf("code", WORKBOOK + "hint " + exercise.id()).close();
  }

  /// Every other part between backquotes is code.
  private void hint(String markdown) {
    var isCode = false;
    for (var part : markdown.split("`", -1)) {
      if (isCode) {
        html.leaf("code", part);
      } else {
        html.text(part);
      }
      isCode = !isCode;
    }
  }

  private void failure(TestResult test, Exercise exercise) {
    html.leaf("h3", test.says());
    for (var part : FailureWords.of(test.outcome()).lines().toList()) {
      html.leaf("p", part);
    }
    if (test.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      var trace = fail.trace().get();
      TraceTable.write(trace, html);
      if (!trace.facts().isEmpty()) {
        html.leaf("p", "At the end:").open("ul");
        trace.facts().forEach(fact -> html.leaf("li", fact));
        html.close();
      }
    }
    if (!test.printed().isBlank()) {
      html.leaf("p", "The code printed:").leaf("pre", test.printed().stripTrailing());
    }
    html.open("dl").leaf("dt", "Read").leaf("dd", test.read());
    test.term().ifPresent(term -> command("Term", "glossary " + term));
    command("Hint", "hint " + exercise.id());
    if (test.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      command(
          "Run it again",
          "check %s --test=%s --schedule=%s"
              .formatted(exercise.id(), test.test(), fail.trace().get().schedule()));
    }
    html.close();
  }

  private void command(String what, String line) {
    html.leaf("dt", what).open("dd").leaf("code", WORKBOOK + line, "translate", "no").close();
  }
}
