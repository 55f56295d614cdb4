package programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.explore.Program;

/// Programs that go through immutable sets and maps, whose order Java leaves open.
public final class Orders {
  private Orders() {}

  /// One thread takes the locks in the order of a collection, the other in alphabetical order.
  private static void lockAll(Iterable<Lock> locks, Lock first, Lock second)
      throws InterruptedException {
    var other =
        new Thread(
            () -> {
              locks.forEach(Lock::lock);
              locks.forEach(Lock::unlock);
            });
    other.start();
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
    other.join();
  }

  public static void ofMap() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Map.<String, Lock>of("a", a, "b", b).values(), a, b);
  }

  public static void copiedMap() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var map = new java.util.TreeMap<String, Lock>(Map.of("a", a, "b", b));
    lockAll(Map.copyOf(map).values(), a, b);
  }

  public static void ofEntries() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Map.<String, Lock>ofEntries(Map.entry("a", a), Map.entry("b", b)).values(), a, b);
  }

  public static void ofSet() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Set.of(a, b), a, b);
  }

  public static void copiedSet() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Set.copyOf(List.<Lock>of(a, b)), a, b);
  }

  public static void collectedSet() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Stream.<Lock>of(a, b).collect(Collectors.toUnmodifiableSet()), a, b);
  }

  public static void collectedMap() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var all = Map.of("a", a, "b", b);
    var locks =
        Stream.of("a", "b").collect(Collectors.toUnmodifiableMap(name -> name, all::get)).values();
    lockAll(new ArrayList<>(locks), a, b);
  }

  public static void streamed() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Set.of(a, b).stream().map(Lock.class::cast).toList(), a, b);
  }

  public static void inAnArray() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    lockAll(Arrays.asList(Set.of(a, b).toArray(new Lock[0])), a, b);
  }

  /// Both take them in the order of the same set: one after the other, whatever that is.
  public static void oneOrderForAll() throws InterruptedException {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var c = new ReentrantLock();
    var locks = Map.of("a", a, "b", b, "c", c);
    Runnable all =
        () -> {
          locks.values().forEach(Lock::lock);
          locks.values().forEach(Lock::unlock);
        };
    var other = new Thread(all);
    other.start();
    all.run();
    other.join();
  }

  private static final Object TIE = new Object();

  /// Two threads lock two objects in the order of their identity hash codes: no deadlock, unless
  /// both have the same.
  public static void byHashCode() throws InterruptedException {
    lockBoth(false);
  }

  public static void byHashCodeOrTie() throws InterruptedException {
    lockBoth(true);
  }

  private static void lockBoth(boolean tie) throws InterruptedException {
    var a = new Object();
    var b = new Object();
    var other = new Thread(() -> inOrder(a, b, tie));
    other.start();
    inOrder(b, a, tie);
    other.join();
  }

  private static void inOrder(Object one, Object two, boolean tie) {
    var first = System.identityHashCode(one);
    var second = System.identityHashCode(two);
    if (first < second) {
      lock(one, two);
    } else if (first > second || !tie) {
      lock(two, one);
    } else {
      synchronized (TIE) {
        lock(one, two);
      }
    }
  }

  private static void lock(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        assertEquals(true, Thread.holdsLock(first));
      }
    }
  }

  /// Only right if the object made first has the smaller hash code.
  public static void olderIsSmaller() {
    var a = new Object();
    var b = new Object();
    assertEquals(true, System.identityHashCode(a) < System.identityHashCode(b));
  }

  /// What does not depend on the order is the same in all.
  public static void nobodySeesTheOrder() {
    var set = Set.of("a", "b", "c", "d");
    var map = Map.of(1, "a", 2, "b", 3, "c");
    assertEquals(Set.of("d", "c", "b", "a"), set);
    assertEquals(new HashSet<>(List.of("a", "b", "c", "d")).hashCode(), set.hashCode());
    assertEquals("b", map.get(2));
    assertEquals(true, map.containsValue("c") && map.containsKey(3) && set.contains("d"));
    assertEquals(false, map.containsKey(4) || set.contains("e"));
  }

  public static void onlyGoesThrough() {
    for (var _ : Set.of("a", "b")) {}
    for (var _ : Set.of("a", "b", "c")) {}
    for (var _ : Map.of("a", 1, "b", 2).entrySet()) {}
  }

  /// Fails if the set of these words can be printed as that.
  public static Program neverPrinted(String words, String printed) {
    return () -> assertNotEquals(printed, Set.copyOf(List.of(words.split(" "))).toString());
  }
}
