package workbook.explore.model;

import java.util.ArrayList;
import java.util.List;

/// Stands in for the cleaner that shuts forgotten executors and timers down. Nothing is ever
/// collected in a run, so it only acts when it is asked to.
public final class InternalCleaner {
  private InternalCleaner() {}

  public static InternalCleaner cleaner() {
    return new InternalCleaner();
  }

  public Cleanable register(Object object, Runnable action) {
    var once = new ArrayList<>(List.of(action));
    return () -> {
      if (!once.isEmpty()) {
        once.removeFirst().run();
      }
    };
  }

  /// Stands in for `Cleaner.Cleanable`.
  public interface Cleanable {
    void clean();
  }
}
