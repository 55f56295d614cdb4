package workbook.tui;

import org.jline.utils.Signals;

/// What Ctrl-C does while something goes on. Closing it brings back what Ctrl-C did before.
public final class InterruptSignal implements AutoCloseable {
  private static final String NAME = "INT";

  private final Object before;

  private InterruptSignal(Runnable handler) {
    before = Signals.register(NAME, handler);
  }

  /// The first Ctrl-C does this; a second one ends the workbook at once.
  public static InterruptSignal first(Runnable action) {
    return new InterruptSignal(
        () -> {
          Signals.registerDefault(NAME);
          action.run();
        });
  }

  /// Every Ctrl-C does this.
  public static InterruptSignal every(Runnable action) {
    return new InterruptSignal(action);
  }

  /// Ctrl-C does nothing here: a child process of the same terminal answers it.
  public static InterruptSignal ignored() {
    return every(() -> {});
  }

  @Override
  public void close() {
    Signals.unregister(NAME, before);
  }
}
