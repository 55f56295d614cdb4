package workbook.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import workbook.Exercise;
import workbook.course.Mark;
import workbook.course.Student;
import workbook.grade.GradingResult;

/// The class's page for its instructor: who passed what, what wrong answers may rest on, and where
/// the class is stuck.
///
/// Takes one student after the other, and keeps of each only what the page says. Not thread-safe.
public final class ClassPage {
  private final Map<String, ExerciseSection> sections = new LinkedHashMap<>();
  private final List<String> notes;
  private int students;

  /// A student and their page.
  ///
  /// @param link from this page to theirs
  record Linked(Student student, String link) {
    void write(Html html) {
      html.open("a", "href", link).leaf("bdi", student.shown()).close();
    }
  }

  /// @param notes what the instructor should know of files that count for nobody, a sentence each
  public ClassPage(List<String> notes) {
    this.notes = List.copyOf(notes);
  }

  /// Takes a student.
  ///
  /// @param link from this page to the student's, as a URL
  /// @param known what wrong answers to an exercise are known to rest on
  public void add(
      StudentReport report, String link, Function<Exercise, List<Misconception>> known) {
    students++;
    var student = new Linked(report.student(), link);
    for (var answer : report.answers()) {
      var section =
          sections.computeIfAbsent(
              answer.line().exercise(), name -> new ExerciseSection(name, answer.exercise()));
      section.add(student, answer, beliefs(answer, known));
    }
  }

  private static List<String> beliefs(
      StudentReport.Answer answer, Function<Exercise, List<Misconception>> known) {
    return answer.result().orElse(null) instanceof GradingResult.Scored scored && scored.failed()
        ? Misconception.behind(scored, known.apply(answer.exercise()))
        : List.of();
  }

  /// The whole page, HTML.
  public String html() {
    var title = "A class of %,d %s".formatted(students, students == 1 ? "student" : "students");
    return Html.page(
        title,
        html -> {
          html.leaf("h1", title);
          var answered = new ArrayList<ExerciseSection>();
          var silent = new ArrayList<String>();
          for (var section : sections.values()) {
            if (section.isAnswered()) {
              answered.add(section);
            } else {
              silent.add(section.name());
            }
          }
          if (!answered.isEmpty()) {
            overview(answered, html);
          }
          if (!silent.isEmpty()) {
            html.leaf("p", "Nobody handed in: " + String.join(", ", silent) + ".");
          }
          if (!notes.isEmpty()) {
            html.leaf("p", "Left out, or not readable:").open("ul");
            notes.forEach(note -> html.leaf("li", note));
            html.close();
          }
          answered.forEach(section -> section.write(html));
        });
  }

  private static void overview(List<ExerciseSection> sections, Html html) {
    var columns = new ArrayList<>(List.of("Exercise"));
    Mark.VERDICTS.forEach(verdict -> columns.add("#" + verdict));
    columns.add("#mean points");
    html.openTable("How many answers there are of each verdict", columns.toArray(String[]::new));
    for (var section : sections) {
      html.open("tr").open("th", "scope", "row");
      html.leaf("a", section.name(), "href", "#" + section.id()).close();
      for (var verdict : Mark.VERDICTS) {
        html.leaf("td", "%,d".formatted(section.count(verdict)), "class", "count");
      }
      html.leaf("td", section.meanPoints(), "class", "count").close();
    }
    html.closeTable();
  }
}
