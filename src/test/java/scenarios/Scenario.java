package scenarios;

/// A scenario with the checks the fixtures share.
public interface Scenario extends workbook.Scenario {
  static void fail(String message) {
    throw new AssertionError(message);
  }

  static void expect(boolean ok, String message) {
    if (!ok) {
      throw new AssertionError(message);
    }
  }

  static void expectEquals(Object want, Object got) {
    if (!want.equals(got)) {
      throw new AssertionError("expected " + want + " but was " + got);
    }
  }
}
