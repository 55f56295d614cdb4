package workbook.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import workbook.Experiment;
import workbook.Machine;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.Result.Ending;
import workbook.RunPlan;

/// An experiment under way: started, perhaps cancelled, awaited once or more.
///
/// However it ends, the threads it started (in a fresh JVM) and the processes it started are gone
/// when [#await] returns, and what it had observed is in the result. Even a `kill -9` of this JVM
/// ends a fresh JVM and all its processes.
public final class Run {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final RunEnvironment environment;
  private final Duration limit;
  private final AtomicReference<Ending> stoppedAs = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Result result;

  private Run(RunEnvironment environment, Duration limit) {
    this.environment = environment;
    this.limit = limit;
  }

  /// Starts an experiment and returns at once.
  ///
  /// @param name the experiment's full name, for example `races/lost-updates`
  /// @param experiment an instance of a class with a no-argument constructor
  /// @param with a value for each of its parameters
  /// @param plan where, how often and how long; see [Experiment#plan]
  /// @param listener is told how far the run has come
  public static Run start(
      String name,
      Experiment experiment,
      Parameters with,
      RunPlan plan,
      ProgressListener listener) {
    return start(name, experiment, with, plan, listener, GRACE);
  }

  /// Likewise.
  ///
  /// @param grace how long the experiment has to end by itself once it was interrupted
  static Run start(
      String name,
      Experiment experiment,
      Parameters with,
      RunPlan plan,
      ProgressListener listener,
      Duration grace) {
    var environment =
        plan.freshJvm()
            ? new FreshJvm(experiment, with, plan, grace)
            : new ThisJvm(name, experiment, with, plan, grace);
    var run = new Run(environment, plan.limit());
    Thread.ofPlatform()
        .daemon()
        .name("run " + name)
        .start(() -> run.conduct(name, experiment, with, listener));
    Thread.startVirtualThread(run::enforceLimit);
    return run;
  }

  /// Asks the run to end. Returns at once; [#await] then returns within a few seconds. Does nothing
  /// when the run is over.
  public void cancel() {
    stop(Ending.CANCELLED);
  }

  /// Waits for the end of the run, however it ends.
  ///
  /// @throws InterruptedException when the waiting thread is interrupted, which cancels the run
  public Result await() throws InterruptedException {
    try {
      over.await();
      return result;
    } catch (InterruptedException leaving) {
      cancel();
      throw leaving;
    }
  }

  private void conduct(
      String name, Experiment experiment, Parameters with, ProgressListener listener) {
    var machine = MachineFacts.read();
    var seen = new ObservationsBuilder();
    var started = Instant.now();
    var clock = System.nanoTime();
    Termination end;
    try {
      end = environment.execute(seen, listener);
    } catch (InterruptedException | RuntimeException unexpected) {
      end =
          Termination.failed("The workbook failed with " + Termination.sentence(unexpected) + ".");
    }
    var took = Duration.ofNanos(System.nanoTime() - clock);
    var observed = seen.observations();
    if (end.ending() == Ending.COMPLETE) {
      observed = observed.with(experiment.findings(with, observed));
    }
    result = result(name, with, machine, started, took, observed, end);
    over.countDown();
  }

  private Result result(
      String name,
      Parameters with,
      Machine machine,
      Instant started,
      Duration took,
      Observations seen,
      Termination end) {
    var overran = end.ending() == Ending.CANCELLED && stoppedAs.get() == Ending.OVERRAN;
    var trouble =
        overran
            ? "It was stopped at its limit of %s. %s".formatted(inWords(limit), end.trouble())
            : end.trouble();
    return new Result(
        name,
        "",
        with,
        machine,
        started,
        took,
        Optional.empty(),
        seen,
        overran ? Ending.OVERRAN : end.ending(),
        trouble.strip());
  }

  private void enforceLimit() {
    try {
      if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        stop(Ending.OVERRAN);
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Ending as) {
    if (over.getCount() > 0 && stoppedAs.compareAndSet(null, as)) {
      environment.stop();
    }
  }

  private static String inWords(Duration limit) {
    return limit.toMillis() % 1000 == 0
        ? "%,d s".formatted(limit.toSeconds())
        : "%,d ms".formatted(limit.toMillis());
  }
}
