package _02_threads.lab;

import _02_threads.RunAndWait.Tracer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Recorder;

/// Measures two jobs done by one thread or by two, and draws who did what.
final class PairStopwatch {
  static final String COUNTED = "steps counted: ";

  private final Recorder record;
  private final boolean draws;
  private final AtomicLong cpuNanos = new AtomicLong();
  private volatile long zero;
  private volatile Thread starter;

  PairStopwatch(Recorder record, boolean draws) {
    this.record = record;
    this.draws = draws;
  }

  /// A job that is drawn in a lane.
  interface Job {
    long perform(Tracer lane) throws Exception;
  }

  /// Each pair begins at its own zero, so that the lanes can be compared.
  void start() {
    cpuNanos.set(0);
    starter = Thread.currentThread();
    zero = System.nanoTime();
  }

  Callable<Long> timed(String lane, Job job) {
    return () -> {
      var clock = ManagementFactory.getThreadMXBean();
      var before = clock.getCurrentThreadCpuTime();
      if (Thread.currentThread() != starter) {
        draw(lane, "start", zero); // a new thread does not run at once
      }
      var result = job.perform((what, from) -> draw(lane, what, from));
      cpuNanos.addAndGet(clock.getCurrentThreadCpuTime() - before);
      return result;
    };
  }

  private void draw(String lane, String what, long from) {
    if (draws) {
      record.span(lane, what, from - zero, System.nanoTime() - zero);
    }
  }

  void stop(String series, long result) {
    record.sample(PairTimes.WALL, "ms", series, (System.nanoTime() - zero) / 1e6);
    record.sample(PairTimes.CPU, "ms", series, cpuNanos.get() / 1e6);
    record.fact(COUNTED + series, "%,d".formatted(result));
  }
}
