package programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Programs that ask the machine: what they are told is the same on every machine.
public final class Machine {
  private static final Logger LOG = Logger.getLogger("machine");
  private static final System.Logger PLAIN = System.getLogger("machine");

  private Machine() {}

  /// Every run begins on 1 January 2026, in UTC.
  public static void clocks() {
    assertEquals(LocalDate.of(2026, 1, 1), LocalDate.now());
    assertEquals(LocalTime.MIDNIGHT, LocalTime.now());
    assertEquals(9, ZonedDateTime.now(ZoneId.of("Asia/Tokyo")).getHour());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), Clock.systemUTC().instant());
    assertEquals(ZoneOffset.UTC, ZoneId.systemDefault());
  }

  public static void clocksGoOn() throws InterruptedException {
    var clock = Clock.systemDefaultZone();
    var before = clock.millis();
    Thread.sleep(1_000);
    assertEquals(before + 1_000, clock.millis());
    assertEquals(1, LocalTime.now().getSecond());
  }

  public static void settings() {
    assertEquals("\n", System.getProperty("line.separator"));
    assertEquals("none", System.getProperty("of.this.machine", "none"));
    assertNull(System.getenv("PATH"));
    assertEquals(0, System.getenv().size());
    assertEquals(4, Runtime.getRuntime().availableProcessors());
    assertEquals(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().totalMemory());
    System.gc();
  }

  public static void language() {
    assertEquals("1,234.50", String.format("%,.2f", 1234.5));
    assertEquals("0.5", "%.1f".formatted(0.5));
    assertEquals("TITLE", "title".toUpperCase());
    assertEquals(Locale.ROOT, Locale.getDefault());
  }

  /// The same numbers in every run.
  public static void chance() {
    assertEquals(new Random().nextInt(), new Random().nextInt());
    assertEquals(new SplittableRandom().nextLong(), new SplittableRandom().nextLong());
    assertNotEquals(UUID.randomUUID(), UUID.randomUUID());
    assertEquals(4, UUID.randomUUID().version());
    assertEquals(2, UUID.randomUUID().variant());
  }

  public static void logging() {
    LOG.info("begins");
    LOG.log(Level.WARNING, "goes {0}", "on");
    LOG.fine(() -> "ends");
    Logger.getGlobal().severe("all of it");
    PLAIN.log(System.Logger.Level.INFO, "begins");
    assertFalse(LOG.isLoggable(Level.SEVERE));
  }

  /// A record of an enum and an object that has no hash code of its own.
  private record Pair(Thread.State state, Object object, int number, long wide) {}

  public static void hashCodes() {
    var object = new Object();
    var one = new Pair(Thread.State.NEW, object, 1, 1L << 40);
    assertEquals(new Pair(Thread.State.NEW, object, 1, 1L << 40).hashCode(), one.hashCode());
    assertEquals(System.identityHashCode(object), object.hashCode());
    assertEquals(Objects.hash(object), 31 + object.hashCode());
  }

  /// Fails with what this run draws and hashes.
  public static void tells() {
    var told =
        new Object().hashCode()
            + " "
            + Thread.State.NEW.hashCode()
            + " "
            + UUID.randomUUID()
            + " "
            + new Pair(Thread.State.NEW, new Object(), 1, 2).hashCode();
    throw new AssertionError(told);
  }
}
