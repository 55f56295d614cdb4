package bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Timing;
import workbook.run.Run;

/// The uncontended increment of an AtomicInteger, timed by the workbook's runner and by JMH: the
/// two should agree.
public final class Increment implements Experiment {
  private static final String TIME = "time per increment";
  private static final int ROUNDS = 1_000_000;

  /// JMH's side.
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class ByJmh {
    private final AtomicInteger counter = new AtomicInteger();

    @Benchmark
    public int increment() {
      return counter.incrementAndGet();
    }
  }

  /// Measures both in turns, as long as each other, and compares the medians of three turns.
  static String compare() throws RunnerException, InterruptedException {
    var jmh = new double[3];
    var runner = new double[3];
    for (var turn = 0; turn < 3; turn++) {
      jmh[turn] = byJmh();
      runner[turn] = byRunner();
    }
    Arrays.sort(jmh);
    Arrays.sort(runner);
    return "AtomicInteger increment: runner %.2f ns, JMH %.2f ns, ratio %.2f"
        .formatted(runner[1], jmh[1], runner[1] / jmh[1]);
  }

  private static double byJmh() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ByJmh.class.getName().replace('$', '.') + ".increment")
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(500))
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static double byRunner() throws InterruptedException {
    var experiment = new Increment();
    var with = Parameters.defaults(experiment.parameters());
    var result =
        Run.start("bench/increment", experiment, with, experiment.plan(), share -> {}).await();
    return result.observations().of(TIME).getFirst().points().getFirst().median();
  }

  @Override
  public void run(Parameters with, Recorder record) {
    var counter = new AtomicInteger();
    var nanos =
        Timing.nanosPerRound(
            ROUNDS,
            rounds -> {
              for (var round = 0; round < rounds; round++) {
                counter.incrementAndGet();
              }
              return counter.get();
            });
    record.sample(TIME, "ns", "AtomicInteger", nanos);
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(10, 101);
  }

  @Override
  public String id() {
    return "increment";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return Findings.NONE;
  }
}
