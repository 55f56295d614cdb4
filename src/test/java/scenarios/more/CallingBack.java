package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// Code that the JDK calls back, and that waits there, while the JDK holds a lock or none.
final class CallingBack {
  private CallingBack() {}

  private static void locked(ReentrantLock lock, Runnable inside) {
    lock.lock();
    try {
      inside.run();
    } finally {
      lock.unlock();
    }
  }

  /// Waits inside `compute` for a task that needs the same entry.
  private static Program future(boolean inside) {
    var map = new ConcurrentHashMap<String, Integer>();
    var task = new FutureTask<>(() -> map.merge("k", 1, Integer::sum));
    return Program.of(
        task::run,
        () -> {
          if (inside) {
            map.compute("k", (key, value) -> get(task));
          } else {
            get(task);
            map.compute("k", (key, value) -> value + 1);
          }
        });
  }

  private static int get(FutureTask<Integer> task) {
    try {
      return task.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Program futureBad() {
    return future(true);
  }

  static Program futureGood() {
    return future(false);
  }

  /// One takes the lock and then the entry, the other the entry and then the lock.
  private static Program order(Object mine, Object others) {
    var map = new ConcurrentHashMap<Object, Integer>();
    var lock = new ReentrantLock();
    return Program.of(
            () -> locked(lock, () -> map.put(others, 1)),
            () ->
                map.computeIfAbsent(
                    mine,
                    key -> {
                      locked(lock, () -> {});
                      return 2;
                    }))
        .then(() -> expect(map.containsKey(mine) && map.containsKey(others), "both are there"));
  }

  static Program orderBad() {
    return order("k", "k");
  }

  static Program orderGood() {
    return order("a", "b");
  }

  /// Two keys of one bin: 1 and 17 in a table of 16.
  static Program binBad() {
    return order(1, 17);
  }

  static Program binGood() {
    return order(1, 18);
  }

  /// Reading never waits.
  private static Program read(boolean writes) {
    var map = new ConcurrentHashMap<>(java.util.Map.of("k", 1));
    var monitor = new Object();
    return Program.of(
        () -> {
          synchronized (monitor) {
            expect(writes ? map.remove("k") != null : map.get("k") != null, "it is there");
          }
        },
        () ->
            map.computeIfPresent(
                "k",
                (key, value) -> {
                  synchronized (monitor) {
                    return value + 1;
                  }
                }));
  }

  static Program readBad() {
    return read(true);
  }

  static Program readGood() {
    return read(false);
  }

  static Program recursiveBad() {
    var map = new ConcurrentHashMap<Integer, Integer>();
    return Program.of(() -> map.computeIfAbsent(1, key -> map.computeIfAbsent(1, again -> 2)));
  }

  static Program recursiveGood() {
    var map = new ConcurrentHashMap<Integer, Integer>();
    return Program.of(() -> map.computeIfAbsent(1, key -> map.computeIfAbsent(2, other -> 2)))
        .then(() -> expectEquals(2, map.get(1)));
  }

  static Program plainRecursiveBad() {
    var map = new HashMap<Integer, Integer>();
    return Program.of(() -> map.computeIfAbsent(1, key -> map.computeIfAbsent(2, other -> 2)));
  }

  static Program plainRecursiveGood() {
    var map = new HashMap<Integer, Integer>();
    return Program.of(() -> map.put(1, map.computeIfAbsent(2, other -> 2)));
  }

  /// What is announced inside the function is not in the map yet.
  private static Program announced(boolean inside) {
    var map = new ConcurrentHashMap<String, Integer>();
    var announced = new AtomicInteger();
    return Program.of(
        () -> {
          map.computeIfAbsent("k", key -> inside ? announced.incrementAndGet() : 1);
          announced.set(1);
        },
        () -> {
          if (announced.get() == 1) {
            expect(map.get("k") != null, "it is there");
          }
        });
  }

  static Program announcedBad() {
    return announced(true);
  }

  static Program announcedGood() {
    return announced(false);
  }

  /// A function given to an atomic is called again when another thread was faster.
  private static Program again(boolean counts) {
    var total = new AtomicReference<>(0);
    var calls = new AtomicInteger();
    Program.Body add =
        () -> {
          total.updateAndGet(
              value -> {
                if (counts) {
                  calls.incrementAndGet();
                }
                return value + 1;
              });
          if (!counts) {
            calls.incrementAndGet();
          }
        };
    return Program.of(add, add)
        .then(() -> expectEquals(List.of(2, 2), List.of(total.get(), calls.get())));
  }

  static Program againBad() {
    return again(true);
  }

  static Program againGood() {
    return again(false);
  }

  /// What the function wrote is published with the value it returns.
  private static Program published(boolean later) {
    var cell = new AtomicReference<Cell>();
    var map = new ConcurrentSkipListMap<String, Cell>();
    return Program.of(
        () -> {
          map.computeIfAbsent("k", key -> written(new Cell()));
          cell.updateAndGet(before -> written(new Cell()));
          if (later) {
            written(cell.get());
          }
        },
        () -> {
          for (var seen : new Cell[] {map.get("k"), cell.get()}) {
            expect(seen == null || seen.value == 5, "written");
          }
        });
  }

  private static Cell written(Cell cell) {
    cell.value = 5;
    return cell;
  }

  static Program publishedBad() {
    return published(true);
  }

  static Program publishedGood() {
    return published(false);
  }

  /// A list that is changed under a lock of its own, for as long as the predicate waits.
  private static Program removing(List<Integer> list, boolean changes) {
    var lock = new ReentrantLock();
    return Program.of(
            () -> locked(lock, () -> expect(changes ? list.add(2) : list.size() < 9, "done")),
            () ->
                list.removeIf(
                    item -> {
                      locked(lock, () -> {});
                      return item == 1;
                    }))
        .then(() -> expect(!list.contains(1), "removed"));
  }

  static Program copyOnWriteBad() {
    return removing(new CopyOnWriteArrayList<>(List.of(1)), true);
  }

  static Program copyOnWriteGood() {
    return removing(new CopyOnWriteArrayList<>(List.of(1)), false);
  }

  static Program synchronizedBad() {
    return removing(Collections.synchronizedList(new ArrayList<>(List.of(1))), true);
  }

  static Program synchronizedGood() {
    var list = Collections.synchronizedList(new ArrayList<>(List.of(1)));
    return Program.of(() -> list.add(2), () -> list.removeIf(item -> item == 1))
        .then(() -> expectEquals(List.of(2), list));
  }

  static Program vectorBad() {
    return removing(new Vector<>(List.of(1)), false);
  }

  static Program vectorGood() {
    var list = new Vector<>(List.of(1));
    var total = new AtomicInteger();
    return Program.of(() -> list.add(2), () -> list.forEach(total::addAndGet))
        .then(() -> expect(total.get() == 1 || total.get() == 3, "some of them"));
  }

  private static final class Cell {
    int value;
  }

  /// Where the JDK holds no lock, the other goes on, and what it did before is seen.
  private static Program free(boolean waits) {
    var latch = new CountDownLatch(1);
    var cell = new Cell();
    var map = new ConcurrentSkipListMap<>(java.util.Map.of(1, 1));
    var local = ThreadLocal.withInitial(() -> waits ? await(latch) : 1);
    return Program.of(
        () -> {
          cell.value = 5;
          map.put(2, 2);
          latch.countDown();
        },
        () -> {
          Optional.<Integer>empty().orElseGet(() -> await(latch));
          expectEquals(1, local.get());
          List.of(1).stream().map(item -> waits ? await(latch) : item).toList();
          map.replaceAll((key, value) -> waits ? await(latch) : value);
          map.computeIfAbsent(3, key -> waits ? await(latch) : key);
          expectEquals(5, cell.value);
        });
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nobody orders the write before the read.
  static Program freeBad() {
    var cell = new Cell();
    return Program.of(
        () -> cell.value = 5, () -> Optional.<Integer>empty().orElseGet(() -> cell.value));
  }

  static Program freeGood() {
    return free(true);
  }

  /// The other thread looks at the list while the first is in the middle of changing it.
  private static Program plain(boolean hands) {
    var list = new ArrayList<>(List.of(1, 2));
    var first = new CountDownLatch(1);
    var second = new CountDownLatch(1);
    return Program.of(
        () -> {
          list.replaceAll(
              item -> {
                if (hands) {
                  first.countDown();
                  await(second);
                }
                return item + 1;
              });
          first.countDown();
        },
        () -> {
          await(first);
          expect(list.contains(3), "all replaced");
          second.countDown();
        });
  }

  static Program plainBad() {
    return plain(true);
  }

  static Program plainGood() {
    return plain(false);
  }
}
