package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Lesson;
import workbook.usecase.EnvironmentCheck;

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
  void everyLessonIsListed() {
    var said = CapturedConsole.by(home, "doctor");
    assertTrue(said.out().contains("    01 alpha        nothing\n    02 beta "), said.out());
  }
}
