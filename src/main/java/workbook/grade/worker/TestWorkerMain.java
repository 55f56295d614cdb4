package workbook.grade.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import workbook.process.ChildJvm;
import workbook.process.PeakMemory;
import workbook.process.TaskStat;
import workbook.sandbox.Confinement;

/// The program of an [workbook.grade.TestWorker]: it waits for an [TestRequest] on standard input,
/// runs the tests, and tells of each on standard output.
///
/// The end of standard input means that the workbook is gone, however it died: then this JVM ends
/// all it started and itself, and deletes the folder for its temporary files.
public final class TestWorkerMain {
  /// What the workbook writes before an order, and when it wants to know where the test is.
  public static final int ORDER = 'o';

  public static final int WHERE = 'w';

  /// The exit code of this JVM when it cannot report because its standard output is closed.
  public static final int OUTPUT_CLOSED = 75;

  private static final int TICK_MILLIS = 100;

  /// Ticks before a test is watched, and ticks that nobody moved until it is called stuck. A tick
  /// counts only if nobody waits for a processor, so a busy machine changes nothing.
  private static final int PATIENCE = 10;

  private static final int STILL = 20;

  /// Platform threads that may live at a time; ten times what an exercise asks for.
  private static final int THREADS = 2_000;

  /// Memory of this process; twice what its heap, its classes and its threads may need.
  private static final long MEGABYTES = 1_024;

  private static final TestOutcome TOO_MUCH_MEMORY =
      new TestOutcome.Resource(
          "With the memory outside the heap, it needs more than %,d MB.".formatted(MEGABYTES));

  /// Ticks that threads may sleep after their test.
  private static final int GOODBYE = 20;

  /// Time of the processor that they may take. Where nobody tells who sleeps, they sleep.
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /// So often, unless an order comes before. After them, a test needs half the time.
  private static final int REHEARSALS = 30;

  private final Thread tests = Thread.currentThread();
  private final InputStream in = ownInput();
  private final OutputStream out = ownOutput();
  private final OutputCapture capture = new OutputCapture(out, this::printedTooMuch);
  private final BlockingQueue<TestRequest> orders = new LinkedBlockingQueue<>();
  private volatile RunningTest now;

  /// The test that runs.
  private record RunningTest(ReportSigner signer, String test, TestRequest request) {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    ThreadDump.begin();
    ChildJvm.ignoreCtrlC();
    var worker = new TestWorkerMain(); // which opens what a confined JVM may not
    Confinement.enter();
    worker.run();
  }

  /// Standard input under a number of its own, so that it stays open when the learner's code closes
  /// the usual one. As it is where the system has no such files.
  private static InputStream ownInput() {
    try {
      return new FileInputStream("/dev/fd/0");
    } catch (IOException noSuchFile) {
      return new FileInputStream(FileDescriptor.in);
    }
  }

  /// Likewise.
  private static OutputStream ownOutput() {
    try {
      return new FileOutputStream("/dev/fd/1");
    } catch (IOException noSuchFile) {
      return new FileOutputStream(FileDescriptor.out);
    }
  }

  private void run() {
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(capture, true, UTF_8));
    System.setErr(System.out);
    ThreadDump.startOurs("orders", () -> obey(new DataInputStream(new BufferedInputStream(in))));
    ThreadDump.startOurs("watch", this::watch);
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    var runner = new TestRunner();
    runner.warmUp();
    for (var n = 1; n < REHEARSALS && orders.isEmpty(); n++) {
      runner.warmUp();
    }
    var settings = JvmSettings.now();
    while (true) {
      perform(runner, next(), settings);
    }
  }

  /// The next order. Blocks until it comes, whoever interrupts.
  private TestRequest next() {
    while (true) {
      try {
        return orders.take();
      } catch (InterruptedException byTheLearnersCode) {
        // waits again
      }
    }
  }

  private void obey(DataInputStream in) {
    try {
      for (var next = in.read(); next >= 0; next = in.read()) {
        switch (next) {
          case ORDER -> orders.add(TestRequest.read(in));
          case WHERE -> tellWhere();
          default -> throw new IOException("no order begins with " + next);
        }
      }
    } catch (IOException broken) {
      // as good as its end
    }
    cleanUpAndHalt(1);
  }

  private void perform(TestRunner runner, TestRequest request, JvmSettings settings) {
    Confinement.close(request.submission().ownMachine());
    var signer = new ReportSigner(request.key());
    for (var test : request.names()) {
      capture.begin();
      now = new RunningTest(signer, test, request);
      send(signer, new WorkerReport.Began(test));
      var before = ThreadDump.now();
      var marked = runner.run(request, test);
      settings.restore();
      var outcome = PeakMemory.megabytes() > MEGABYTES ? TOO_MUCH_MEMORY : marked;
      var stay = left(before);
      var spoiled = !stay.isEmpty() || outcome instanceof TestOutcome.Resource;
      now = null;
      send(
          signer,
          new WorkerReport.Ended(test, unlessLeft(stay, outcome), capture.unprinted(), spoiled));
      if (spoiled) {
        Runtime.getRuntime().halt(0);
      }
    }
    send(signer, new WorkerReport.Over(request.names().size()));
  }

  private static TestOutcome unlessLeft(String stay, TestOutcome outcome) {
    return !stay.isEmpty() && outcome instanceof TestOutcome.Pass
        ? new TestOutcome.Fail(stay, Optional.empty())
        : outcome;
  }

  /// What of all that came after a moment has not gone: threads, and tasks in the common pool.
  /// Waits for it, until all that are left have slept for a while, or have computed for longer than
  /// a thread needs to end.
  ///
  /// @return what to say of it; empty for nothing
  private static String left(ThreadDump before) {
    var known = before.guests();
    var begin = computed();
    var tick = 1;
    var idle = 0;
    while (true) {
      var stay = ThreadDump.now().guests();
      stay.removeAll(known);
      var pool = ForkJoinPool.commonPool();
      var works = !pool.isQuiescent();
      if (stay.isEmpty() && !works && pool.getDelayedTaskCount() == 0) {
        return "";
      }
      if (idle == GOODBYE || computed().minus(begin).compareTo(FAREWELL) > 0) {
        return !stay.isEmpty()
            ? TestOutcome.THREADS_STAY + "run."
            : TestOutcome.TASKS_STAY + (works ? "run." : "wait for their time.");
      }
      try {
        if (stay.isEmpty()) {
          Thread.sleep(tick);
        } else {
          stay.iterator().next().join(tick);
        }
      } catch (InterruptedException byTheLearnersCode) {
        // looks again
      }
      if (tick < TICK_MILLIS) {
        tick = Math.min(2 * tick, TICK_MILLIS);
      } else if (!TaskStat.isAnyOtherThreadAwake()) {
        idle++;
      }
    }
  }

  /// What this process has computed so far.
  private static Duration computed() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void watch() {
    RunningTest watched = null;
    var ticks = 0;
    var still = 0;
    while (true) {
      try {
        Thread.sleep(TICK_MILLIS);
        ticks = watched == now ? ticks + 1 : 0;
        watched = now;
        still = watched == null ? 0 : look(watched, ticks, still);
      } catch (InterruptedException | RuntimeException byTheLearnersCode) {
        // looks again
      }
    }
  }

  /// Ends a test that uses too much, or in which nobody can go on.
  ///
  /// @param ticks since it began
  /// @param still of them, those in a row in which nobody moved
  /// @return the number of those now
  private int look(RunningTest watched, int ticks, int still) {
    if (PeakMemory.megabytes() > MEGABYTES) {
      end(watched, TOO_MUCH_MEMORY);
    }
    if (ThreadDump.size() > THREADS) {
      end(
          watched,
          new TestOutcome.Resource("It started more than %,d threads.".formatted(THREADS)));
    }
    if (ticks <= PATIENCE || !ThreadDump.now().isStill(tests)) {
      return 0;
    }
    if (TaskStat.isAnyOtherThreadAwake()) {
      return still;
    }
    if (still + 1 == STILL) {
      var places = ThreadDump.now().places(tests, watched.request.room());
      end(
          watched,
          new TestOutcome.Stuck(TestOutcome.NO_THREAD_GOES_ON + " Waiting: " + places + "."));
    }
    return still + 1;
  }

  private void tellWhere() {
    var running = now;
    if (running != null) {
      var request = running.request;
      var dump = ThreadDump.now();
      send(
          running.signer,
          new WorkerReport.Where(
              dump.called(tests, request.room()),
              dump.loop(tests, request.room(), request.submission().classes())));
    }
  }

  private void printedTooMuch() {
    var running = now;
    if (running != null) {
      end(
          running,
          new TestOutcome.Resource(
              "It printed more than %,d bytes.".formatted(OutputCapture.MOST)));
    }
  }

  /// Called when the learner's code calls System.exit, and when a signal ends this JVM, as when the
  /// terminal is closed. Other hooks are not waited for.
  private void leave() {
    var running = now;
    if (running != null) {
      send(running.signer, new WorkerReport.Leaving());
    }
    cleanUpAndHalt(0);
  }

  private void end(RunningTest running, TestOutcome outcome) {
    send(running.signer, new WorkerReport.Ended(running.test, outcome, capture.unprinted(), true));
    Runtime.getRuntime().halt(0);
  }

  private void send(ReportSigner signer, WorkerReport report) {
    synchronized (signer) {
      try {
        var line = signer.line(report);
        synchronized (out) {
          out.write(line);
        }
      } catch (IOException closed) { // or the workbook is gone
        cleanUpAndHalt(OUTPUT_CLOSED);
      }
    }
  }

  /// A sandbox forbids some of the cleaning up, and whatever it forbids, this JVM must end.
  private static void cleanUpAndHalt(int code) {
    try {
      ChildJvm.cleanUp();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }
}
