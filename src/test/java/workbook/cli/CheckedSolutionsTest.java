package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import book.Contents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import workbook.Exercise;
import workbook.process.Executables;
import workbook.usecase.ExitCode;

/// `target/workbook check` passes every worked solution: whatever the graded tests use is where the
/// command looks for it, which is not where Maven does.
@Tag("slow")
class CheckedSolutionsTest {
  private static final String LAUNCHER = Path.of("target", "workbook").toAbsolutePath().toString();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyWorkedSolutionPasses() {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    return Contents.LESSONS.stream()
        .flatMap(lesson -> lesson.exercises().stream())
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
