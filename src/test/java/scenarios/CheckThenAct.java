package scenarios;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

public class CheckThenAct implements Scenario {
  interface Registry {
    Object get(String k);
  }

  static class Bad implements Registry {
    final ConcurrentHashMap<String, Object> m = new ConcurrentHashMap<>();

    public Object get(String k) {
      if (!m.containsKey(k)) {
        m.put(k, new Object());
      }
      return m.get(k);
    }
  }

  static class Good implements Registry {
    final ConcurrentHashMap<String, Object> m = new ConcurrentHashMap<>();

    public Object get(String k) {
      return m.computeIfAbsent(k, x -> new Object());
    }
  }

  final Registry r;
  final Object[] got = new Object[2];

  CheckThenAct(Registry r) {
    this.r = r;
  }

  static Scenario bad() {
    return new CheckThenAct(new Bad());
  }

  static Scenario good() {
    return new CheckThenAct(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> got[0] = r.get("k"), () -> got[1] = r.get("k"));
  }

  public void check() {
    Scenario.expect(got[0] == got[1], "two different objects for one key");
  }
}
