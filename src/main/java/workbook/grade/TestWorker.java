package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workbook.explore.Explore;
import workbook.grade.worker.ReportSigner;
import workbook.grade.worker.TestOutcome;
import workbook.grade.worker.TestRequest;
import workbook.grade.worker.TestWorkerMain;
import workbook.grade.worker.WorkerReport;
import workbook.process.AotCache;
import workbook.process.BuildFolder;
import workbook.process.JavaProcess;
import workbook.process.JvmOptions;
import workbook.process.OutputTail;
import workbook.process.ProcessMark;
import workbook.process.ProcessTree;
import workbook.process.TaskStat;
import workbook.process.TempDirectory;
import workbook.process.WorkerClasses;
import workbook.sandbox.Sandbox;

/// A JVM of its own in which graded tests run, ended together with every process that was started
/// there. See [TestWorkerMain].
final class TestWorker implements AutoCloseable {
  private static final int MEGABYTES = 256;
  private static final int MEGABYTES_OF_CLASSES = 128;

  /// What keeps a test within bounds. The number of processors is the same everywhere, because
  /// pools are as large; so is the language, because numbers are written in it. Methods are
  /// compiled sooner than in a JVM with a [JvmOptions#SHORT_LIFE]: a test calls the same ones in
  /// each schedule.
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx" + MEGABYTES + "m",
          "-XX:MaxMetaspaceSize=" + MEGABYTES_OF_CLASSES + "m",
          "-XX:MaxDirectMemorySize=32m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:ActiveProcessorCount=4",
          "-XX:+DisableAttachMechanism",
          "-XX:CompileThresholdScaling=1",
          "-D" + Explore.SECONDS + "=86400", // a day: the limit on computing ends it sooner
          "-Duser.language=en",
          "-Duser.country=US");

  /// The exit code of `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  /// The only variables of the environment that are handed on. The locale decides how a JVM reads
  /// the names of folders, and its classes may lie in one called `pläce`.
  private static final Set<String> HANDED_ON =
      Set.of("PATH", "SystemRoot", "TEMP", "TMP", "LC_ALL", "LC_CTYPE", "LANG");

  /// The locale that knows all letters and no language: the book may be in a folder whose name is
  /// not English, and a test shall say the same everywhere.
  private static final String LETTERS = "C.UTF-8";

  private static final int LOOK_MILLIS = 100;

  /// How long a JVM that hangs may think about where, on whatever machine.
  private static final Duration ANSWER = Duration.ofMinutes(1);

  /// How long a JVM may compute and wait before it begins. While it wants for a processor, it does
  /// neither.
  private static final Duration BEGINNING = Duration.ofMinutes(2);

  private static final Duration LEAVING = Duration.ofMinutes(5);

  private final ProcessMark mark = ProcessMark.random();
  private final TempDirectory temp = new TempDirectory();
  private final Sandbox sandbox;
  private final Process process;
  private final BlockingQueue<OutputDemultiplexer.Seen> seen = new LinkedBlockingQueue<>();
  private final OutputDemultiplexer demultiplexer = new OutputDemultiplexer(seen::add);
  private final OutputTail lastWords = new OutputTail();

  /// Whether it came to the end of its last order, and waits for another.
  private boolean ready = true;

  /// How a test went, and what it printed.
  ///
  /// @param stuck whether it did not end by itself
  record CompletedTest(TestOutcome outcome, String printed, boolean stuck) {}

  /// @throws IOException when the system starts none
  TestWorker(Sandbox sandbox) throws IOException {
    this(TestWorker::lendClasses, sandbox);
  }

  /// One that makes the cache for others, when it is told to [#leave]. Its working folder is not
  /// its temporary one, which is gone when the cache is made.
  static TestWorker recording(BuildFolder folder) throws IOException {
    return new TestWorker(
        (program, _) ->
            AotCache.WORKER.recordedBy(program, folder).command().add(1, Sandbox.REHEARSED),
        Sandbox.NONE);
  }

  private static void lendClasses(ProcessBuilder program, TempDirectory temp) throws IOException {
    program.directory(temp.path().toFile());
    if (!AotCache.WORKER.lendTo(program)) {
      WorkerClasses.lendTo(program, temp);
    }
  }

  /// Says which classes a JVM gets.
  private interface Classes {
    void lend(ProcessBuilder program, TempDirectory temp) throws IOException;
  }

  private TestWorker(Classes classes, Sandbox sandbox) throws IOException {
    this.sandbox = sandbox;
    var program = JavaProcess.builder(TestWorkerMain.class);
    classes.lend(program, temp);
    program.command().addAll(1, OPTIONS);
    program.command().addAll(1, JvmOptions.SHORT_LIFE);
    program.command().add(1, temp.option());
    program.environment().keySet().retainAll(HANDED_ON);
    program.environment().put("LC_CTYPE", LETTERS);
    sandbox.putAround(program, temp);
    process = start(mark.putOn(program));
    daemon(() -> demultiplexer.readAll(process.getInputStream()));
    daemon(() -> lastWords.readAll(process.errorReader(UTF_8)));
  }

  private Process start(ProcessBuilder program) throws IOException {
    try {
      return program.start();
    } catch (IOException notStarted) {
      temp.close();
      throw notStarted;
    }
  }

  private static void daemon(Runnable work) {
    Thread.ofPlatform().daemon().start(work);
  }

  /// The process that runs the tests.
  private ProcessHandle jvm() {
    return sandbox.jvm(process.toHandle()).orElse(process.toHandle());
  }

  /// Whether it can take an order.
  boolean isReady() {
    return ready && process.isAlive();
  }

  /// Runs tests until all are over, or one of them ends this JVM or has to be ended with it.
  ///
  /// @param explored the tests that the explorer runs
  /// @return what is known of each test that began; when this JVM can run more, all that were
  ///   ordered
  /// @throws IOException with one plain sentence when the JVM does not run at all
  Map<String, CompletedTest> run(TestRequest request, Set<String> explored, TestLimits limits)
      throws IOException, InterruptedException {
    ready = false;
    demultiplexer.expect(new ReportSigner(request.key()));
    daemon(() -> send(request)); // a JVM that is stopped reads nothing
    return new Watch(explored, limits).results();
  }

  private void send(TestRequest request) {
    try {
      var out = new DataOutputStream(process.getOutputStream());
      out.writeByte(TestWorkerMain.ORDER);
      request.write(out);
    } catch (IOException gone) {
      // Its output ends, too.
    }
  }

  private void askWhere() {
    try {
      process.getOutputStream().write(TestWorkerMain.WHERE);
      process.getOutputStream().flush();
    } catch (IOException gone) {
      // Its output ends, too.
    }
  }

  /// Follows one order.
  private final class Watch {
    private final Set<String> explored;
    private final TestLimits limits;
    private final Map<String, CompletedTest> results = new HashMap<>();
    private final StringBuilder printed = new StringBuilder();
    private String test = "";
    private ProcessStopwatch clock = new ProcessStopwatch(jvm());
    private String hangs = "";
    private long asked;

    /// Whether nothing more can be read from it. It may live on: its code can close its output.
    private boolean closed;

    Watch(Set<String> explored, TestLimits limits) {
      this.explored = explored;
      this.limits = limits;
    }

    Map<String, CompletedTest> results() throws IOException, InterruptedException {
      while (goesOn(seen.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS)) && isInTime()) {}
      return results;
    }

    private boolean goesOn(OutputDemultiplexer.Seen next) throws IOException, InterruptedException {
      return switch (next) {
        case null -> process.isAlive() ? mayAnswer() || stuck("", "") : goesOnDead();
        case OutputDemultiplexer.Seen.Printed(var line) -> {
          printed.append(line).append('\n');
          yield true;
        }
        case OutputDemultiplexer.Seen.Told(var report) -> goesOn(report);
        case OutputDemultiplexer.Seen.Flooded() ->
            over(
                new TestOutcome.Resource(
                    "It kept writing straight to standard output, past System.out."),
                0);
        case OutputDemultiplexer.Seen.Gone() -> {
          closed = true;
          yield !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || over(gone(), 0);
        }
      };
    }

    /// Whether it was not asked where it is, or can still say so.
    private boolean mayAnswer() {
      var canAnswer = !closed && !TaskStat.of(jvm()).isStopped();
      return hangs.isEmpty() || canAnswer && System.nanoTime() - asked < ANSWER.toNanos();
    }

    /// What to do when the JVM has ended: all it has said must be read, and a process that it has
    /// started may keep its output open.
    private boolean goesOnDead() throws IOException {
      if (closed || !hangs.isEmpty()) {
        return over(gone(), 0);
      }
      ProcessTree.endMarked(mark);
      return true;
    }

    private boolean goesOn(WorkerReport report) {
      return switch (report) {
        case WorkerReport.Began(var name) -> {
          test = name;
          clock = new ProcessStopwatch(jvm());
          printed.setLength(0);
          hangs = ""; // the one before was asked where it is, and ended all the same
          yield true;
        }
        case WorkerReport.Ended(var name, var outcome, var unprinted, var spoiled) -> {
          over(outcome, unprinted);
          clock = new ProcessStopwatch(jvm());
          yield !spoiled;
        }
        case WorkerReport.Where(var method, var loop) -> hangs.isEmpty() || stuck(method, loop);
        case WorkerReport.Leaving() -> over(new TestOutcome.Resource("Your code ends the JVM."), 0);
        case WorkerReport.Over(_) -> {
          ready = true;
          yield false;
        }
      };
    }

    /// Notes how the test went.
    ///
    /// @return false
    private boolean over(TestOutcome outcome, long unprinted) {
      return over(outcome, unprinted, outcome instanceof TestOutcome.Stuck);
    }

    private boolean over(TestOutcome outcome, long unprinted, boolean stuck) {
      if (!test.isEmpty()) {
        if (unprinted > 0) {
          printed.append("… and %,d bytes more%n".formatted(unprinted));
        }
        results.put(test, new CompletedTest(outcome, printed.toString(), stuck));
        test = "";
      }
      return false;
    }

    /// An explored test ends by itself, after so many steps; that it did not is no fault that the
    /// explorer has found.
    private boolean stuck(String method, String loop) {
      if (explored.contains(test)) {
        return over(new TestOutcome.Inconclusive("the search was stopped. " + hangs), 0, true);
      }
      var where = method.isEmpty() ? "" : " " + method + " has not returned.";
      var round = loop.isEmpty() ? "" : " It has not left the loop around " + loop + ".";
      var mute = closed ? " Your code closed its standard output." : "";
      return over(new TestOutcome.Stuck(hangs + where + round + mute), 0);
    }

    /// Looks at the clock.
    ///
    /// @return false when it has taken too long between two tests
    private boolean isInTime() throws IOException {
      if (!test.isEmpty()) {
        askWhenLate();
        return true;
      }
      if (clock.computed().plus(clock.waited()).compareTo(BEGINNING) <= 0) {
        return true;
      }
      if (results.isEmpty()) {
        throw new IOException(
            "The JVM for the tests did not start within two minutes. Close other programs and try"
                + " again.");
      }
      return false;
    }

    private void askWhenLate() {
      if (hangs.isEmpty()) {
        var most = explored.contains(test) ? limits.exploring() : limits.computing();
        if (clock.computed().compareTo(most) > 0) {
          ask("It computed for", most);
        } else if (clock.waited().compareTo(limits.waiting()) > 0) {
          ask("It waited for", limits.waiting());
        }
      }
    }

    private void ask(String what, Duration limit) {
      hangs = "%s %d s and did not end.".formatted(what, limit.toSeconds());
      asked = System.nanoTime();
      if (!closed) { // else it would fail to answer, and end as if the test had closed its files
        daemon(TestWorker.this::askWhere);
      }
    }

    /// What to make of a JVM that ended without a word.
    private TestOutcome gone() throws IOException {
      var code = process.exitValue();
      if (test.isEmpty() && results.isEmpty()) {
        throw new IOException(
            "The JVM for the tests ended at once, with exit code %d. It last wrote: %s"
                .formatted(code, String.join(" ", lastWords.lines())));
      }
      if (code == TestWorkerMain.OUTPUT_CLOSED) {
        return new TestOutcome.Resource(
            "Your code closes files that it did not open, and the tests need for their results.");
      }
      if (code != OUT_OF_MEMORY) {
        return new TestOutcome.Resource(
            "It ended the JVM without a message: exit code %d.".formatted(code));
      }
      return new TestOutcome.Resource(
          printed.indexOf("OutOfMemoryError: Metaspace") < 0
              ? "It needs more than %d MB of memory.".formatted(MEGABYTES)
              : "Its classes need more than %d MB of memory.".formatted(MEGABYTES_OF_CLASSES));
    }
  }

  /// Tells it to end by itself, and blocks until it has.
  ///
  /// @throws IOException when it does not
  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(LEAVING)) {
      throw new IOException("The JVM for the tests did not end within five minutes.");
    }
  }

  /// Ends the JVM and all it started.
  @Override
  public void close() {
    ProcessTree.end(Stream.of(process.toHandle()));
    ProcessTree.endMarked(mark);
    try (temp) {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // Nothing is lost: the JVM has ended.
    }
  }
}
