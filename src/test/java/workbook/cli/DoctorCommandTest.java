package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import book.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Lesson;
import workbook.process.Executables;
import workbook.usecase.EnvironmentCheck;
import workbook.usecase.ExitCode;

@Tag("fast")
class DoctorCommandTest {
  @TempDir Path home;

  @Test
  void everyLessonThatUsesSomethingIsInTheBook() {
    var names = Contents.LESSONS.stream().map(Lesson::name).toList();
    for (var check : EnvironmentCheck.all(home, false, "")) {
      assertTrue(names.containsAll(check.lessons()), check.name() + ": " + check.lessons());
    }
  }

  @Test
  void everyLessonWithPythonIsNamedBesideIt() throws IOException {
    var checks = EnvironmentCheck.all(home, false, "");
    var python = checks.stream().filter(check -> check.name().equals("python3")).findFirst();
    var using = new ArrayList<String>();
    for (var lesson : Contents.LESSONS) {
      try (var files = Files.walk(Path.of("lessons", lesson.room()))) {
        for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          if (Files.readString(file).contains("PythonScript.") && !using.contains(lesson.name())) {
            using.add(lesson.name());
          }
        }
      }
    }
    assertEquals(using, python.orElseThrow().lessons());
  }

  @Test
  void whatALessonUsesAndIsNotThereIsMissing() {
    var alpha = List.of("alpha");
    var checks =
        List.of(
            new EnvironmentCheck("sh", true, false, "", "", alpha),
            new EnvironmentCheck("JDK", true, true, "", "", List.of()),
            new EnvironmentCheck("ps", false, false, "", "", alpha));
    assertEquals("sh, ps (missing)", DoctorCommand.uses("alpha", checks));
    assertEquals("nothing", DoctorCommand.uses("beta", checks));
  }

  @Test
  void aBookThatCanBeWrittenKeepsAnswersAndProgress() throws Exception {
    Files.createDirectory(home.resolve("lessons"));
    var out = CapturedConsole.by(home, "doctor").out();
    assertTrue(out.contains("ok  exercises    " + home.resolve("lessons") + "\n"), out);
    assertTrue(out.contains("ok  progress     " + home.resolve(".workbook") + "\n"), out);
  }

  @Test
  void aBookWithoutLessonsIsNoWholeCheckout() {
    var out = CapturedConsole.by(home, "doctor").out();
    assertTrue(out.contains("--  exercises    there is no folder " + home), out);
  }

  /// Mounted read-only in a namespace of its own, because an administrator may write anywhere else.
  @Test
  void aReadOnlyBookSaysWhatIsLostAndWhatIsNot() throws Exception {
    var namespace = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
    var mount = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"";
    assumeTrue(
        Executables.find("unshare").isPresent() && run(namespace, mount).code() == 0,
        "skipped: this machine lets nobody mount a folder read-only");
    try (var book = MovedBook.to(home, "book")) {
      var doctor = run(namespace, mount + " && \"$0/book/target/workbook\" doctor");
      assertEquals(ExitCode.DONE, doctor.code(), doctor.out() + doctor.err());
      assertTrue(doctor.out().contains("--  progress     " + book.home()), doctor.out());
      var reading = run(namespace, mount + " && \"$0/book/target/workbook\" show races");
      assertEquals(ExitCode.DONE, reading.code(), reading.err());
      assertEquals(1, reading.err().lines().count(), reading.err());
    }
  }

  private StartedProcess.Ended run(List<String> namespace, String line) throws Exception {
    var command = new ArrayList<>(namespace);
    command.addAll(List.of(line, home.toString()));
    return StartedProcess.of(new ProcessBuilder(command), Map.of()).given("");
  }

  @Test
  void everyLessonIsListed() {
    var said = CapturedConsole.by(home, "doctor");
    assertTrue(said.out().contains("    01 alpha        nothing\n    02 beta "), said.out());
  }
}
