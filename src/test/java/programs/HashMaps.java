package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Scenario;

/// Hash maps behind a lock, used in all the ways that their classes allow.
public final class HashMaps {
  private HashMaps() {}

  /// A hash map is an `AbstractMap`, may be extended, and its copy has views of its own.
  static Scenario ofEachKind() {
    var map = new IdentityHashMap<String, Integer>();
    var latest = new Latest();
    Scenario.Body body =
        () -> {
          synchronized (latest) {
            latest.put(latest.size() + "", 1);
            same(1, either(latest.isEmpty()).size());
            map.put("a", 1);
            same(1, map.keySet().size());
            var copy = (IdentityHashMap<?, ?>) map.clone();
            copy.clear();
            same(0, copy.keySet().size());
            same(0, copy.values().size());
          }
        };
    return of(body, body);
  }

  /// What a collector makes is a hash map or hash set, and may be used as such.
  static Scenario ofACollector() {
    return of(
        () -> {
          var lengths =
              (HashMap<String, Integer>)
                  Stream.of("a", "bb").collect(Collectors.toMap(name -> name, String::length));
          same(2, lengths.remove("bb"));
          same(HashMap.class, lengths.getClass());
          var byLength =
              (HashMap<Integer, List<String>>)
                  Stream.of("a", "bb").collect(Collectors.groupingBy(String::length));
          same(List.of("a"), byLength.get(1));
          var names = (HashSet<String>) Stream.of("a", "a").collect(Collectors.toSet());
          same(1, names.size());
          same(List.of(1), Stream.of(1).collect(Collectors.toUnmodifiableList()));
          same("a b", Stream.of("a", "b").collect(Collectors.joining(" ")));
          same(Map.of(true, 1L), counted(Stream.of("a")));
        });
  }

  private static Map<Boolean, Long> counted(Stream<String> names) {
    return names.collect(
        Collectors.groupingBy(name -> name.equals("a"), TreeMap::new, Collectors.counting()));
  }

  private static AbstractMap<String, Integer> either(boolean sorted) {
    var map = sorted ? new TreeMap<String, Integer>() : new HashMap<String, Integer>();
    map.put("a", 1);
    return map;
  }

  private static final class Latest extends LinkedHashMap<String, Integer> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > 1;
    }
  }
}
