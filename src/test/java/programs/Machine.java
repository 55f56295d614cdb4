package programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    for (var always : List.of("java.class.path", "java.io.tmpdir", "os.arch", "java.vm.name")) {
      assertNotNull(System.getProperty(always), always);
    }
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

  private enum Colour {
    RED,
    GREEN,
    BLUE,
    WHITE,
    BLACK
  }

  /// Fails with the orders of hash tables whose keys have no hash codes of their own.
  public static void tellsOrders() {
    var keys = new ArrayList<Object>(List.of(Colour.values()));
    for (var i = 0; i < 5; i++) {
      var here = i;
      keys.add(new Object());
      keys.add(new AtomicInteger());
      keys.add((Supplier<Integer>) () -> here);
      keys.add(new Pair(Thread.State.NEW, new int[1], i, i));
    }
    var map = new HashMap<Object, Integer>();
    var byIdentity = new IdentityHashMap<Object, Integer>();
    for (var i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), i);
      byIdentity.put(keys.get(i), i);
    }
    var set = new HashSet<>(keys).stream().map(keys::indexOf).toList();
    throw new AssertionError(map.values() + " " + byIdentity.values() + " " + set);
  }

  /// Copies of the JDK's maps and sets are what they were.
  public static void mapsAndSets() {
    var map = new HashMap<>(Map.of("a", 1, "b", 2));
    var linked = new LinkedHashMap<String, Integer>(16, 0.75f, true);
    linked.putAll(new TreeMap<>(map));
    linked.get("a");
    assertEquals(List.of("b", "a"), List.copyOf(linked.keySet()));
    assertEquals(map, linked);
    assertEquals(new TreeMap<>(map).hashCode(), map.hashCode());
    assertEquals("{a=1, b=2}", map.toString());
    assertEquals(Set.of("a", "b"), new LinkedHashSet<>(map.keySet()));
    assertEquals(3, map.merge("a", 2, Integer::sum));
    assertEquals(map, map.clone());
    assertEquals(Map.entry("a", 1), linked.firstEntry());
    assertEquals(Map.of(false, 1L, true, 1L), Stream.of(1, 2).collect(partition()));
    var cells = new HashMap<Integer, Integer>();
    for (var i = 0; i < 100; i++) {
      cells.put(i << 16, i);
    }
    assertEquals(99 * 50, cells.values().stream().mapToInt(cell -> cell).sum());
  }

  private static Collector<Integer, ?, Map<Boolean, Long>> partition() {
    return Collectors.partitioningBy(number -> number > 1, Collectors.counting());
  }

  /// A hash table of the JDK's own, with keys that differ from JVM to JVM.
  public static void openOrder() {
    var map = new ConcurrentHashMap<Object, Integer>();
    map.put(Colour.RED, 1);
    map.put(Colour.BLUE, 2);
    map.forEach((colour, number) -> assertNotEquals(0, number));
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
