package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Collections that are extended, copied, or guarded by the wrong lock.
final class OwnCollections {
  private OwnCollections() {}

  /// A cache in access order changes with every `get`.
  private static final class Recent extends LinkedHashMap<String, Integer> {
    Recent() {
      super(4, 0.75f, true);
      put("a", 1);
      put("b", 2);
    }
  }

  static Program accessOrderBad() {
    var cache = new Recent();
    return Program.of(() -> cache.get("a"), () -> cache.get("b"));
  }

  static Program accessOrderGood() {
    var cache = Collections.synchronizedMap(new Recent());
    return Program.of(() -> cache.get("a"), () -> cache.get("b"));
  }

  /// A list of one's own that counts what is added, on top of the JDK's.
  private static final class Counted extends ArrayList<Integer> {
    private final AtomicInteger added = new AtomicInteger();

    @Override
    public boolean add(Integer number) {
      added.incrementAndGet();
      return super.add(number);
    }

    synchronized boolean addLocked(int number) {
      return add(number);
    }
  }

  static Program ownListBad() {
    var list = new Counted();
    return Program.of(() -> list.add(1), () -> list.add(2));
  }

  static Program ownListGood() {
    var list = new Counted();
    return Program.of(() -> list.addLocked(1), () -> list.addLocked(2))
        .then(() -> expectEquals(2, list.added.get() + list.size() - 2));
  }

  private static Program anonymousMap(boolean locked) {
    var map =
        new HashMap<String, Integer>() {
          @Override
          public Integer get(Object key) {
            return getOrDefault(key, 0);
          }

          synchronized void add(String key) {
            put(key, get(key) + 1);
          }
        };
    Program.Body add =
        () -> {
          if (locked) {
            map.add("a");
          } else {
            map.put("a", map.get("a") + 1);
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, map.get("a")));
  }

  static Program anonymousMapBad() {
    return anonymousMap(false);
  }

  static Program anonymousMapGood() {
    return anonymousMap(true);
  }

  /// A snapshot reads the whole list.
  private static Program snapshot(boolean locked) {
    var list = new ArrayList<>(List.of(1));
    return Program.of(
        () -> {
          synchronized (list) {
            list.add(2);
          }
        },
        () -> {
          if (locked) {
            synchronized (list) {
              new ArrayList<>(list);
            }
          } else {
            List.copyOf(list);
          }
        });
  }

  static Program snapshotBad() {
    return snapshot(false);
  }

  static Program snapshotGood() {
    return snapshot(true);
  }

  /// An object pool over a plain deque, guarded by different locks.
  private static Program pool(boolean same) {
    var items = new ArrayDeque<>(List.of(1, 2));
    var other = same ? items : new Object();
    return Program.of(
            () -> {
              synchronized (items) {
                items.pop();
              }
            },
            () -> {
              synchronized (other) {
                items.pop();
              }
            })
        .then(() -> expect(items.isEmpty(), "both are taken"));
  }

  static Program poolBad() {
    return pool(false);
  }

  static Program poolGood() {
    return pool(true);
  }
}
