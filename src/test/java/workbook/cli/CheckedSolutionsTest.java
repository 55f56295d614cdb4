package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import book.Contents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import workbook.Exercise;
import workbook.process.Executables;
import workbook.usecase.ExitCode;

/// `target/workbook check` passes worked solutions: whatever the graded tests use is where the
/// command looks for it, which is not where Maven does. One with `-Dexercise=tally`, every one with
/// `-Dexercise=all`.
///
/// Without it, one will do for the command. That no graded test uses more than the command has,
/// `ExercisesTest` finds: it compiles them with the same class path.
@Tag("slow")
class CheckedSolutionsTest {
  private static final String WANTED = System.getProperty("exercise", "tally");

  private static final String LAUNCHER = Path.of("target", "workbook").toAbsolutePath().toString();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyWorkedSolutionPasses() {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    return Contents.LESSONS.stream()
        .flatMap(lesson -> lesson.exercises().stream())
        .filter(exercise -> List.of("all", exercise.id()).contains(WANTED))
        .map(exercise -> dynamicTest(exercise.id(), () -> passes(exercise)));
  }

  private void passes(Exercise exercise) throws Exception {
    var solution = Path.of("lessons", exercise.solution().replace('.', '/') + ".java");
    var text = Files.readString(solution).replaceFirst("\\.solution;", ".exercise;");
    var answer = Files.writeString(folder.resolve(solution.getFileName()), text);
    var check = new ProcessBuilder(LAUNCHER, "check", exercise.id(), "--file", answer.toString());
    var ended = StartedProcess.of(check, Map.of()).given("");
    assertEquals(ExitCode.DONE, ended.code(), () -> ended.out() + ended.err());
  }
}
