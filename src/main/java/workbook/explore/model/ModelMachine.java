package workbook.explore.model;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;

/// Stands in for what depends on the machine: time, chance, the number of processors.
///
/// Names and types are those of the methods replaced. The answers are the same on every machine.
public final class ModelMachine {
  /// 1 January 2026, when every run begins.
  private static final long EPOCH_MILLIS = 1_767_225_600_000L;

  private static final int PROCESSORS = 4;

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  private ModelMachine() {}

  /// `System.out`: what thousands of runs print is of use to nobody.
  public static PrintStream out() {
    return NOWHERE;
  }

  /// `System.err`, likewise.
  public static PrintStream err() {
    return NOWHERE;
  }

  /// `System.in`: never reached, because its use is refused.
  public static InputStream in() {
    return InputStream.nullInputStream();
  }

  public static long nanoTime() {
    Kernel.decisionPoint(Hooks.STATICS);
    return Kernel.time();
  }

  public static long currentTimeMillis() {
    return EPOCH_MILLIS + nanoTime() / 1_000_000;
  }

  public static double random() {
    return ModelThreadLocalRandom.current().nextDouble();
  }

  public static int identityHashCode(Object object) {
    return object == null ? 0 : Hooks.hash(object);
  }

  public static void sleep(TimeUnit unit, long time) throws InterruptedException {
    if (time > 0) {
      Waiting.pause(unit.toNanos(time));
    }
  }

  public static void timedWait(TimeUnit unit, Object object, long time)
      throws InterruptedException {
    if (time > 0) {
      Hooks.awaitNanos(object, unit.toNanos(time));
    }
  }

  public static void timedJoin(TimeUnit unit, ModelThread thread, long time)
      throws InterruptedException {
    if (time > 0) {
      thread.join(unit.toMillis(time), (int) (unit.toNanos(time) % 1_000_000));
    }
  }

  public static void shuffle(List<?> list) {
    Collections.shuffle(list, ModelThreadLocalRandom.current());
  }

  public static Instant now() {
    return Instant.ofEpochMilli(EPOCH_MILLIS).plusNanos(nanoTime());
  }

  public static int availableProcessors(Runtime runtime) {
    return PROCESSORS;
  }

  /// The virtual time at a moment given in milliseconds since 1970.
  static long sinceStart(long millis) {
    return Math.max(0, millis - EPOCH_MILLIS) * 1_000_000;
  }
}
