package workbook.explore.model;

import java.io.InputStream;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;

/// Stands in for what depends on the machine: time, chance, the number of processors.
///
/// Names and types are those of the methods replaced. The answers are the same on every machine.
public final class ModelMachine {
  /// 1 January 2026, when every run begins.
  private static final long EPOCH_MILLIS = 1_767_225_600_000L;

  private static final int PROCESSORS = 4;
  private static final long MEMORY_BYTES = 256L << 20;

  private static final PrintStream OUT = new ModelPrintStream("System.out");
  private static final PrintStream ERR = new ModelPrintStream("System.err");

  private ModelMachine() {}

  /// `System.out`.
  public static PrintStream out() {
    return OUT;
  }

  /// `System.err`.
  public static PrintStream err() {
    return ERR;
  }

  /// `IO.println`.
  public static void println() {
    OUT.println();
  }

  /// `IO.println`.
  public static void println(Object what) {
    OUT.println(what);
  }

  /// `IO.print`.
  public static void print(Object what) {
    OUT.print(what);
  }

  /// `Throwable.printStackTrace`: its first line.
  public static void printStackTrace(Throwable thrown) {
    ERR.println(thrown);
  }

  /// `System.in`, if the program was given something to read.
  ///
  /// @param what its name and the place, for a refusal
  public static InputStream in(String what) {
    return ModelInput.stream(what);
  }

  /// `IO.readln`.
  public static String readln() {
    return ModelInput.stream("java.lang.IO.readln").readLine();
  }

  /// `IO.readln`.
  public static String readln(String prompt) {
    OUT.print(prompt);
    return readln();
  }

  public static long nanoTime() {
    Kernel.decisionPoint(Hooks.STATICS);
    return Kernel.lookAtClock();
  }

  public static long currentTimeMillis() {
    return EPOCH_MILLIS + nanoTime() / 1_000_000;
  }

  public static double random() {
    Kernel.changed();
    return ModelThreadLocalRandom.current().nextDouble();
  }

  public static int identityHashCode(Object object) {
    return object == null ? 0 : HashHooks.identityHashCode(object);
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

  // The clocks of java.time; see MachineWeaver

  public static Clock clock() {
    return new ModelClock(ZoneOffset.UTC);
  }

  public static Clock clock(ZoneId zone) {
    return new ModelClock(zone);
  }

  public static ZoneId systemDefault() {
    return ZoneOffset.UTC;
  }

  // Settings: the same on every machine, and nothing can be changed

  public static String getProperty(String name) {
    return MachineProperties.get(name);
  }

  public static String getProperty(String name, String otherwise) {
    var value = MachineProperties.get(name);
    return value == null ? otherwise : value;
  }

  public static String getenv(String name) {
    return null;
  }

  public static Map<String, String> getenv() {
    return Map.of();
  }

  public static long freeMemory(Runtime runtime) {
    return MEMORY_BYTES / 2;
  }

  public static long totalMemory(Runtime runtime) {
    return MEMORY_BYTES;
  }

  public static long maxMemory(Runtime runtime) {
    return MEMORY_BYTES;
  }

  /// Nothing is ever collected in a run.
  public static void gc() {}

  public static void gc(Runtime runtime) {}

  public static UUID randomUUID() {
    var random = ModelThreadLocalRandom.current();
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~0L >>> 2 | Long.MIN_VALUE);
  }

  // What is written in the default language: in none

  public static Locale getDefault() {
    return Locale.ROOT;
  }

  public static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /// `MessageFormat.format`.
  public static String formatMessage(String pattern, Object... values) {
    return new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  public static String formatted(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  public static String toLowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  public static String toUpperCase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  public static PrintStream printf(PrintStream to, String format, Object... values) {
    return to.printf(Locale.ROOT, format, values);
  }

  public static PrintStream format(PrintStream to, String format, Object... values) {
    return to.printf(Locale.ROOT, format, values);
  }

  // Hash codes

  public static int hashCode(Object object) {
    return object == null ? 0 : HashHooks.hashCode(object);
  }

  public static int hash(Object... values) {
    return hashCode(values);
  }

  public static int hashCode(Object[] values) {
    if (values == null) {
      return 0;
    }
    var hash = 1;
    for (var value : values) {
      hash = 31 * hash + hashCode(value);
    }
    return hash;
  }

  /// The virtual time at a moment given in milliseconds since 1970.
  static long sinceStart(long millis) {
    return Math.max(0, millis - EPOCH_MILLIS) * 1_000_000;
  }
}
