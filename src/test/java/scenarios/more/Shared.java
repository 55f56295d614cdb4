package scenarios.more;

import static java.nio.charset.StandardCharsets.UTF_8;
import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Collections that several threads use: plain, synchronised, concurrent.
final class Shared {
  private Shared() {}

  private static Program count(Map<String, Integer> map, boolean atOnce) {
    Program.Body add =
        () -> {
          if (atOnce) {
            map.merge("a", 1, Integer::sum);
          } else {
            map.put("a", map.getOrDefault("a", 0) + 1);
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, map.get("a")));
  }

  static Program mapCountBad() {
    return count(new ConcurrentHashMap<>(), false);
  }

  static Program mapCountGood() {
    return count(new ConcurrentHashMap<>(), true);
  }

  static Program skipListCountBad() {
    return count(new ConcurrentSkipListMap<>(), false);
  }

  static Program skipListCountGood() {
    Map<String, Integer> map = new ConcurrentSkipListMap<>();
    Program.Body add =
        () -> {
          while (true) {
            var seen = map.putIfAbsent("a", 1);
            if (seen == null || map.replace("a", seen, seen + 1)) {
              return;
            }
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, map.get("a")));
  }

  static Program plainMapBad() {
    return count(new HashMap<>(), true);
  }

  static Program plainMapGood() {
    Map<String, Integer> map = new HashMap<>();
    Program.Body add =
        () -> {
          synchronized (map) {
            map.merge("a", 1, Integer::sum);
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, map.get("a")));
  }

  static Program treeMapGood() {
    return count(Collections.synchronizedSortedMap(new TreeMap<>()), true);
  }

  static Program treeMapBad() {
    return count(new TreeMap<>(), true);
  }

  static Program synchronizedMapBad() {
    return count(Collections.synchronizedMap(new HashMap<>()), false);
  }

  static Program synchronizedMapGood() {
    return count(Collections.synchronizedMap(new HashMap<>()), true);
  }

  private static Program compute(boolean once) {
    var map = new ConcurrentHashMap<String, Integer>();
    var made = new AtomicInteger();
    Program.Body ask =
        () -> {
          if (once) {
            map.computeIfAbsent("a", k -> made.incrementAndGet());
          } else if (!map.containsKey("a")) {
            map.put("a", made.incrementAndGet());
          }
          expectEquals(1, map.get("a"));
        };
    return Program.of(ask, ask).then(() -> expectEquals(1, made.get()));
  }

  static Program computeBad() {
    return compute(false);
  }

  static Program computeGood() {
    return compute(true);
  }

  /// An atomic map does not make its values atomic.
  private static Program lists(List<Integer> list) {
    var map = new ConcurrentHashMap<String, List<Integer>>();
    return Program.of(
            () -> map.computeIfAbsent("a", k -> list).add(1),
            () -> map.computeIfAbsent("a", k -> list).add(2))
        .then(() -> expectEquals(2, map.get("a").size()));
  }

  static Program listInMapBad() {
    return lists(new ArrayList<>());
  }

  static Program listInMapGood() {
    return lists(new CopyOnWriteArrayList<>());
  }

  private static Program absent(List<Integer> list, boolean atOnce) {
    Program.Body add =
        () -> {
          if (atOnce) {
            ((CopyOnWriteArrayList<Integer>) list).addIfAbsent(1);
          } else if (!list.contains(1)) {
            list.add(1);
          }
        };
    return Program.of(add, add).then(() -> expectEquals(1, list.size()));
  }

  static Program copyOnWriteBad() {
    return absent(new CopyOnWriteArrayList<>(), false);
  }

  static Program copyOnWriteGood() {
    return absent(new CopyOnWriteArrayList<>(), true);
  }

  /// To copy a list is to read it, and two may read at a time.
  static Program copiedGood() {
    var list = new ArrayList<>(List.of(1, 2));
    Program.Body copies = () -> expectEquals(2, ((ArrayList<?>) list.clone()).size());
    return Program.of(copies, copies);
  }

  static Program vectorBad() {
    return absent(new Vector<>(), false);
  }

  static Program vectorGood() {
    var list = new Vector<Integer>();
    Program.Body add =
        () -> {
          synchronized (list) {
            if (!list.contains(1)) {
              list.add(1);
            }
          }
        };
    return Program.of(add, add).then(() -> expectEquals(1, list.size()));
  }

  /// Walks a synchronised list without its lock.
  private static Program walk(boolean locked) {
    var list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
    return Program.of(
        () -> list.add(3),
        () -> {
          if (locked) {
            synchronized (list) {
              sum(list);
            }
          } else {
            sum(list);
          }
        });
  }

  private static int sum(List<Integer> list) {
    var sum = 0;
    for (var number : list) {
      sum += number;
    }
    return sum;
  }

  static Program walkBad() {
    return walk(false);
  }

  static Program walkGood() {
    return walk(true);
  }

  static Program walkSnapshotBad() {
    var list = new CopyOnWriteArrayList<>(List.of(1, 2));
    return Program.of(list::removeLast, () -> list.get(list.size() - 1));
  }

  static Program walkSnapshotGood() {
    var list = new CopyOnWriteArrayList<>(List.of(1, 2));
    return Program.of(
        () -> list.add(3), () -> expect(List.of(3, 6).contains(sum(list)), "a snapshot"));
  }

  private static Program poll(boolean atOnce) {
    var queue = new ConcurrentLinkedQueue<>(List.of(1));
    Program.Body take =
        () -> {
          if (atOnce) {
            queue.poll();
          } else if (!queue.isEmpty()) {
            queue.remove();
          }
        };
    return Program.of(take, take);
  }

  static Program linkedQueueBad() {
    return poll(false);
  }

  static Program linkedQueueGood() {
    return poll(true);
  }

  static Program linkedDequeBad() {
    var deque = new ConcurrentLinkedDeque<>(List.of(1));
    return Program.of(
        () -> {
          if (deque.peekFirst() != null) {
            expectEquals(1, deque.pollFirst());
          }
        },
        deque::pollLast);
  }

  static Program linkedDequeGood() {
    var deque = new ConcurrentLinkedDeque<>(List.of(1));
    var taken = new AtomicInteger();
    return Program.of(
            () -> {
              if (deque.pollFirst() != null) {
                taken.incrementAndGet();
              }
            },
            () -> {
              if (deque.pollLast() != null) {
                taken.incrementAndGet();
              }
            })
        .then(() -> expectEquals(1, taken.get()));
  }

  private static Program append(boolean locked) {
    var text = new StringBuilder();
    Program.Body body =
        () -> {
          if (locked) {
            synchronized (text) {
              text.append("ab");
            }
          } else {
            text.append("ab");
          }
        };
    return Program.of(body, body).then(() -> expectEquals("abab", text.toString()));
  }

  static Program builderBad() {
    return append(false);
  }

  static Program builderGood() {
    return append(true);
  }

  static Program bufferBad() {
    var text = new StringBuffer();
    Program.Body body =
        () -> {
          if (text.isEmpty()) {
            text.append("ab");
          }
        };
    return Program.of(body, body).then(() -> expectEquals("ab", text.toString()));
  }

  static Program bufferGood() {
    var text = new StringBuffer();
    return Program.of(() -> text.append("ab"), () -> text.append("ab"))
        .then(() -> expectEquals("abab", text.toString()));
  }

  static Program formatBad() {
    var format = new SimpleDateFormat("yyyy");
    return Program.of(() -> format.format(new Date(0)), () -> format.format(new Date(1)));
  }

  static Program formatGood() {
    var format = ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));
    return Program.of(
        () -> format.get().format(new Date(0)), () -> format.get().format(new Date(1)));
  }

  /// Each thread turns its own bytes into text.
  private static Program decode(Supplier<CharsetDecoder> decoder) {
    Program.Body body =
        () ->
            expectEquals(
                "é", decoder.get().decode(ByteBuffer.wrap("é".getBytes(UTF_8))).toString());
    return Program.of(body, body);
  }

  static Program decoderBad() {
    var decoder = UTF_8.newDecoder();
    return decode(() -> decoder);
  }

  static Program decoderGood() {
    return decode(UTF_8::newDecoder);
  }

  static Program setBad() {
    var set = new HashSet<Integer>();
    return Program.of(() -> set.add(1), () -> set.add(2));
  }

  static Program setGood() {
    var set = ConcurrentHashMap.<Integer>newKeySet();
    return Program.of(() -> set.add(1), () -> set.add(2)).then(() -> expectEquals(2, set.size()));
  }
}
