package scenarios.more;

import java.util.List;
import workbook.Scenario;

/// Threads, and what must hold after them, as a scenario.
record Program(List<Body> bodies, Body after) implements Scenario {
  static Program of(Body... bodies) {
    return new Program(List.of(bodies), () -> {});
  }

  Program then(Body check) {
    return new Program(bodies, check);
  }

  @Override
  public void check() throws Exception {
    after.run();
  }

  static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  static void expectEquals(Object expected, Object seen) {
    if (!expected.equals(seen)) {
      throw new AssertionError("expected " + expected + ", saw " + seen);
    }
  }
}
