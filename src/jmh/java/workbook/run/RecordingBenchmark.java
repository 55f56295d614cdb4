package workbook.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// What recording one observation costs the thread that records it, while another thread drains the
/// log every tenth of a second as in a run.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RecordingBenchmark {
  private final QueueingRecorder recorder = new QueueingRecorder();
  private ScheduledExecutorService drainer;

  @Setup
  public void startDraining() {
    drainer = Executors.newSingleThreadScheduledExecutor();
    var pulse = RunEnvironment.PULSE.toMillis();
    drainer.scheduleWithFixedDelay(this::drain, pulse, pulse, TimeUnit.MILLISECONDS);
  }

  @TearDown
  public void stopDraining() {
    drainer.close();
  }

  @Benchmark
  public void oneThreadRecordsASample() {
    recorder.sample("time", "ns", "series", 2, 1.5);
  }

  @Benchmark
  @Threads(2)
  public void twoThreadsRecordASampleEach() {
    recorder.sample("time", "ns", "series", 2, 1.5);
  }

  @Benchmark
  public void oneThreadRecordsASpan() {
    recorder.span("lane", "working", 1, recorder.now());
  }

  private void drain() {
    recorder.drain(new ObservationsBuilder(), Integer.MAX_VALUE);
  }
}
