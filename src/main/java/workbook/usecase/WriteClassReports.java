package workbook.usecase;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import workbook.Exercise;
import workbook.course.GradeBook;
import workbook.course.Student;
import workbook.grade.GradingResult;
import workbook.json.ClassroomJson;
import workbook.json.GradescopeJson;
import workbook.json.GradingJson;
import workbook.report.ClassPage;
import workbook.report.JUnitXml;
import workbook.report.Misconception;
import workbook.report.StudentPage;
import workbook.report.StudentReport;

/// Writes what comes of a class graded for people and for course servers: a page for each student
/// and one for the class; on demand also JUnit XML and the files of Gradescope and GitHub
/// Classroom. Holds the verdicts of one student at a time.
public final class WriteClassReports {
  private static final String PAGE = "index.html";

  /// What there is beside the pages.
  public enum Format {
    /// `results/ID/EXERCISE.xml`
    JUNIT,
    /// `results/ID/all.gradescope.json`
    GRADESCOPE,
    /// `results/ID/all.classroom.json`, for GitHub Classroom
    CLASSROOM
  }

  private final Map<String, Book.ExerciseRef> exercises = new HashMap<>();
  private final Map<Exercise, String> hints = new HashMap<>();
  private final ResultFolder results;
  private final Path home;

  /// @param home the folder that holds `lessons/`
  /// @param out the folder with the verdicts, as [GradeClass] wrote them
  public WriteClassReports(Path home, List<Book.ExerciseRef> exercises, Path out) {
    exercises.forEach(one -> this.exercises.put(one.name(), one));
    results = new ResultFolder(out);
    this.home = home;
  }

  /// Writes everything. Blocks until that is done.
  ///
  /// @param lines the lines of the grade book, those of a student one after the other
  /// @param notes what the instructor should know of files that count for nobody
  /// @return the class's page
  /// @throws IOException when the disk is full, or something else keeps a file from being written;
  ///   each file is then the old one or the new one
  public Path write(List<GradeBook.Line> lines, List<String> notes, Set<Format> formats)
      throws IOException, InterruptedException {
    var known = new HashMap<Exercise, List<Misconception>>();
    for (var ref : exercises.values()) {
      known.put(ref.exercise(), KnownMistakes.of(ref.exercise(), home));
      hints.put(ref.exercise(), firstHint(ref.exercise()));
    }
    var whole = new ClassPage(notes);
    for (var theirs : byStudent(lines)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var report = report(theirs);
      write(report, formats);
      whole.add(report, link(report.student()), known::get);
    }
    var page = results.out().resolve(PAGE);
    results.write(page, whole.html());
    return page;
  }

  /// Empty where there is none.
  private String firstHint(Exercise exercise) {
    try {
      var all = new ExerciseFiles(home, exercise).hints();
      return all.isEmpty() ? "" : all.getFirst();
    } catch (CommandException gone) {
      return "";
    }
  }

  private static List<List<GradeBook.Line>> byStudent(List<GradeBook.Line> lines) {
    var students = new ArrayList<List<GradeBook.Line>>();
    Student before = null;
    for (var line : lines) {
      if (!line.task().student().equals(before)) {
        before = line.task().student();
        students.add(new ArrayList<>());
      }
      students.getLast().add(line);
    }
    return students;
  }

  private StudentReport report(List<GradeBook.Line> lines) throws IOException {
    var answers = new ArrayList<StudentReport.Answer>();
    for (var line : lines) {
      var exercise = exercises.get(line.exercise()).exercise();
      var result = Optional.<GradingResult>empty();
      if (line.task().file().isPresent()) {
        var json = Files.readString(results.verdict(line.task().student(), exercise));
        result = Optional.of(GradingJson.read(json, exercise));
      }
      answers.add(new StudentReport.Answer(line, exercise, result, hints.get(exercise)));
    }
    return new StudentReport(lines.getFirst().task().student(), answers);
  }

  private void write(StudentReport report, Set<Format> formats) throws IOException {
    var folder = results.of(report.student());
    results.write(folder.resolve(PAGE), StudentPage.of(report));
    write(
        folder.resolve("all.gradescope.json"),
        formats.contains(Format.GRADESCOPE),
        () -> GradescopeJson.write(report));
    write(
        folder.resolve("all.classroom.json"),
        formats.contains(Format.CLASSROOM),
        () -> ClassroomJson.write(report));
    for (var answer : report.answers()) {
      var wanted = formats.contains(Format.JUNIT) && answer.result().isPresent();
      var file = folder.resolve(answer.exercise().id() + ".xml");
      write(file, wanted, () -> JUnitXml.of(answer));
      if (answer.result().isEmpty()) {
        Files.deleteIfExists(results.verdict(report.student(), answer.exercise()));
      }
    }
  }

  /// Writes a file, or deletes one of an earlier run that nobody has asked for now and that might
  /// say something else.
  private void write(Path file, boolean wanted, Supplier<String> text) throws IOException {
    if (wanted) {
      results.write(file, text.get());
    } else {
      Files.deleteIfExists(file);
    }
  }

  private static String link(Student student) {
    try {
      var path = "results/%s/%s".formatted(ResultFolder.name(student), PAGE);
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
