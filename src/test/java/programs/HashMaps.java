package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
