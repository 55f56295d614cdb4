package _05_conditions;

/// Starts the threads of the graded tests.
public final class TestThreads {
  private TestThreads() {}

  /// Starts a thread. What it throws fails an explored test.
  public static Thread start(String name, Body body) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                body.run();
              } catch (InterruptedException unexpected) {
                throw new AssertionError(name + " was interrupted", unexpected);
              }
            });
  }

  /// What a thread does.
  public interface Body {
    void run() throws InterruptedException;
  }
}
