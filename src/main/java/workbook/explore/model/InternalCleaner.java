package workbook.explore.model;

/// Stands in for the cleaner that shuts forgotten executors down: nothing is ever collected in a
/// run.
public final class InternalCleaner {
  private InternalCleaner() {}

  public static InternalCleaner cleaner() {
    return new InternalCleaner();
  }

  public Cleanable register(Object object, Runnable action) {
    return () -> {};
  }

  /// Stands in for `Cleaner.Cleanable`.
  public interface Cleanable {
    void clean();
  }
}
