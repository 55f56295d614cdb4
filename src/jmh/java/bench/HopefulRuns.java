package bench;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Scenario;
import workbook.explore.Stress;

/// Plain stress of one broken program, in a JVM of its own and for a limited time. As a program it
/// prints one line: `found` or `missed`, and the runs made.
final class HopefulRuns {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Method fresh;
  private final Duration time;
  private final AtomicLong runs = new AtomicLong();
  private volatile boolean found;

  private HopefulRuns(Method fresh, Duration time) {
    this.fresh = fresh;
    this.time = time;
  }

  /// @param args the broken program and the milliseconds it gets
  public static void main(String[] args) throws Exception {
    var parts = args[0].split("::");
    var fresh = Class.forName("scenarios." + parts[0]).getDeclaredMethod(parts[1]);
    fresh.setAccessible(true);
    var hope = new HopefulRuns(fresh, Duration.ofMillis(Long.parseLong(args[1])));
    System.out.println((hope.meetsTheFault() ? "found" : "missed") + "\t" + hope.runs);
    System.out.flush();
    Runtime.getRuntime().halt(0); // a stuck run may have left threads that never end
  }

  /// A run that goes on long after the time is up is the fault, too: it never ends.
  private boolean meetsTheFault() throws InterruptedException {
    var worker = Thread.ofPlatform().daemon().start(this::runAgainAndAgain);
    return !worker.join(time.plus(GRACE)) || found;
  }

  /// Takes more runs at once each time, because slow programs would overrun the time otherwise.
  private void runAgainAndAgain() {
    var start = System.nanoTime();
    try {
      for (var atOnce = 1; !found && System.nanoTime() - start < time.toNanos(); ) {
        var seen = Stress.of(this::fresh, atOnce);
        runs.addAndGet(seen.runs());
        found = seen.failures() > 0 || seen.stuck();
        atOnce = Math.min(2 * atOnce, MOST_AT_ONCE);
      }
    } catch (InterruptedException calledOff) {
      Thread.currentThread().interrupt();
    }
  }

  private Scenario fresh() {
    try {
      return (Scenario) fresh.invoke(null);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
