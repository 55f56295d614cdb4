package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.grade.Grader;
import workbook.grade.worker.TestOutcome;
import workbook.usecase.ExitCode;

/// `grade --queue` and `worker --queue`: one leaves the answers, the other one grades them.
@Tag("fast")
class QueueCommandsTest {
  @TempDir Path home;
  private String queue;

  @BeforeEach
  void lay() throws Exception {
    queue = "--queue=" + home.resolve("queue");
    TestExercise.lay(home);
    for (var student : List.of("ann", "bob", "eve")) {
      var folder = Files.createDirectories(home.resolve("class").resolve(student));
      Files.writeString(folder.resolve("Hello.java"), student.equals("eve") ? "ann" : student);
    }
  }

  /// Whether workers are to end.
  private volatile boolean ends;

  private CapturedConsole grade(String out) {
    var submissions = home.resolve("class").toString();
    var to = "--out=" + home.resolve(out);
    return CapturedConsole.by(
        SampleVerdicts.of(), home, "grade", submissions, to, "--exercise=hello", queue);
  }

  /// Whoever waits for a worker that has ended by itself is interrupted.
  private FutureTask<CapturedConsole> worker(Grader.Factory graders) {
    var waiting = Thread.currentThread();
    return new FutureTask<>(
        () -> CapturedConsole.by(graders, home, "worker", queue, "--jobs=2", "--unsandboxed")) {
      @Override
      protected void done() {
        if (!ends) {
          waiting.interrupt();
        }
      }
    };
  }

  private CapturedConsole end(Thread thread, FutureTask<CapturedConsole> worker) throws Exception {
    ends = true;
    if (Thread.interrupted()) {
      fail("the worker has ended by itself: " + worker.get());
    }
    thread.interrupt();
    var said = worker.get();
    thread.join();
    assertEquals(ExitCode.DONE, said.code(), said.err());
    return said;
  }

  @Test
  void aWorkerGradesWhatAnotherCommandPutsThere() throws Exception {
    var graders = SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "")));
    var worker = worker(graders);
    var thread = Thread.ofPlatform().daemon().start(worker);
    var graded = grade("out");
    var said = end(thread, worker);
    assertEquals(ExitCode.DONE, graded.code(), graded.err());
    assertEquals(
        List.of("ann,10,passed", "bob,10,passed", "eve,10,passed"),
        Files.readAllLines(home.resolve("out/gradebook.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(cells -> cells[0] + "," + cells[3] + "," + cells[5])
            .toList());
    assertTrue(graded.out().contains("has 2 answers for workers.\n"), graded.out());
    assertFalse(graded.out().contains("Sandbox: "), graded.out());
    assertTrue(said.out().startsWith("Sandbox: none.\n"), said.out());
    assertTrue(said.out().endsWith("What wasn't done is left to other workers.\n"), said.out());
    assertEquals(2, graders.asked().stream().filter(one -> one.startsWith("check")).count());
  }

  /// They stay in the queue, for whoever asks next.
  @Test
  void verdictsThatAreThereNeedNoWorker() throws Exception {
    var outcome = new TestOutcome.Inconclusive("too long");
    var unclear = SampleVerdicts.marked(SampleVerdicts.mark("greets", 10, outcome, ""));
    var worker = worker(SampleVerdicts.of(unclear));
    var thread = Thread.ofPlatform().daemon().start(worker);
    assertEquals(ExitCode.DONE, grade("out").code());
    end(thread, worker);
    var again = grade("elsewhere");
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertEquals(
        Files.readString(home.resolve("out/gradebook.csv")),
        Files.readString(home.resolve("elsewhere/gradebook.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          worker                                     | 2 | Say where the answers are: --queue=FOLDER
          worker --queue=q --jobs=0                  | 2 | --jobs must be from 1 to 64 jobs, not '0'.
          worker --queue=q                           | 2 | The students' code would run with your rights
          worker --queue=jdbc:mysql://host/database  | 3 | --queue is a folder, or a URL of PostgreSQL
          """)
  void badUsageIsOneSentence(String line, int code, String says) {
    var words = line.replace("=q", "=" + home.resolve("q")).split(" ");
    var said = CapturedConsole.by(SampleVerdicts.of(), home, words);
    assertEquals(code, said.code(), said.err());
    assertTrue(said.err().startsWith(says), said.err());
    assertEquals(1, said.err().lines().count(), said.err());
  }
}
