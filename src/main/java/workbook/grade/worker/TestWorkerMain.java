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
import java.util.concurrent.LinkedBlockingQueue;
import workbook.process.ChildJvm;
import workbook.process.TaskStat;

/// The program of an [workbook.grade.TestWorker]: it waits for an [TestRequest] on standard input,
/// runs the tests, and tells of each on standard output.
///
/// The end of standard input means that the workbook is gone, however it died: then this JVM ends
/// all it started and itself, and deletes the folder for its temporary files.
public final class TestWorkerMain {
  /// What the workbook writes before an order, and when it wants to know where the test is.
  public static final int ORDER = 'o';

  public static final int WHERE = 'w';

  private static final int TICK_MILLIS = 100;

  /// Ticks before a test is watched, and ticks that nobody moved until it is called stuck. A tick
  /// counts only if nobody waits for a processor, so a busy machine changes nothing.
  private static final int PATIENCE = 10;

  private static final int STILL = 20;

  /// Platform threads that may live at a time; ten times what an exercise asks for.
  private static final int THREADS = 2_000;

  /// Ticks that threads may sleep after their test.
  private static final int GOODBYE = 20;

  /// Time of the processor that they may take. Where nobody tells who sleeps, they sleep.
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /// So often, unless an order comes before. After them, a test needs half the time.
  private static final int REHEARSALS = 30;

  private final Thread tests = Thread.currentThread();
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final OutputCapture capture = new OutputCapture(out, this::printedTooMuch);
  private final BlockingQueue<TestRequest> orders = new LinkedBlockingQueue<>();
  private volatile RunningTest now;

  /// The test that runs.
  private record RunningTest(ReportSigner signer, String test, TestRequest request) {}

  public static void main(String[] arguments)
      throws ReflectiveOperationException, InterruptedException {
    ThreadDump.begin();
    ChildJvm.ignoreCtrlC();
    new TestWorkerMain().run();
  }

  private void run() throws InterruptedException {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(capture, true, UTF_8));
    System.setErr(System.out);
    ThreadDump.startOurs("orders", () -> obey(in));
    ThreadDump.startOurs("watch", this::watch);
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    var runner = new TestRunner();
    runner.warmUp();
    for (var n = 1; n < REHEARSALS && orders.isEmpty(); n++) {
      runner.warmUp();
    }
    while (true) {
      perform(runner, orders.take());
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
    ChildJvm.cleanUp();
    Runtime.getRuntime().halt(1);
  }

  private void perform(TestRunner runner, TestRequest request) throws InterruptedException {
    var signer = new ReportSigner(request.key());
    for (var test : request.names()) {
      capture.begin();
      now = new RunningTest(signer, test, request);
      send(signer, new WorkerReport.Began(test));
      var before = ThreadDump.now();
      var outcome = runner.run(request, test);
      var stay = !left(before);
      var spoiled = stay || outcome instanceof TestOutcome.Resource;
      now = null;
      send(
          signer,
          new WorkerReport.Ended(
              test, unlessThreadsStay(outcome, stay), capture.unprinted(), spoiled));
      if (spoiled) {
        Runtime.getRuntime().halt(0);
      }
    }
    send(signer, new WorkerReport.Over(request.names().size()));
  }

  private static TestOutcome unlessThreadsStay(TestOutcome outcome, boolean stay) {
    return stay && outcome instanceof TestOutcome.Pass
        ? new TestOutcome.Fail(
            "The test is over, but threads that your code started still run.", Optional.empty())
        : outcome;
  }

  /// Whether every thread that came after a moment has gone. Waits for it, until all that are left
  /// have slept for a while, or have computed for longer than a thread needs to end.
  private static boolean left(ThreadDump before) throws InterruptedException {
    var known = before.guests();
    var begin = computed();
    var idle = 0;
    while (true) {
      var stay = ThreadDump.now().guests();
      stay.removeAll(known);
      if (stay.isEmpty()) {
        return true;
      }
      if (idle == GOODBYE || computed().minus(begin).compareTo(FAREWELL) > 0) {
        return false;
      }
      stay.iterator().next().join(TICK_MILLIS);
      if (!TaskStat.isAnyOtherThreadAwake()) {
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
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        ticks = watched == now ? ticks + 1 : 0;
        watched = now;
        if (watched != null && ThreadDump.size() > THREADS) {
          end(
              watched,
              new TestOutcome.Resource("It started more than %,d threads.".formatted(THREADS)));
        }
        var looks = watched != null && ticks > PATIENCE;
        if (!looks || !ThreadDump.now().isStill(tests)) {
          still = 0;
        } else if (!TaskStat.isAnyOtherThreadAwake()) {
          still++;
        }
        if (still == STILL) {
          end(
              watched,
              new TestOutcome.Stuck(
                  "No thread can go on. Waiting: "
                      + ThreadDump.now().places(tests, watched.request.room())
                      + "."));
        }
      }
    } catch (InterruptedException nobodyShould) {
      Thread.currentThread().interrupt();
    }
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
    ChildJvm.cleanUp();
    Runtime.getRuntime().halt(0);
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
      } catch (IOException workbookIsGone) {
        // The end of standard input says so, too, and ends this JVM.
      }
    }
  }
}
