package workbook.tui;

import java.io.IOError;
import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/// Single keys, beside output that scrolls on. Ctrl-C is still a signal.
public final class Keyboard implements AutoCloseable {
  /// Milliseconds to wait for a key.
  private static final long GLANCE = 150;

  private final Terminal terminal;
  private final KeyReader keys;
  private final Attributes before;

  private Keyboard(Terminal terminal) {
    this.terminal = terminal;
    this.keys = new KeyReader(terminal);
    this.before = terminal.enterRawMode();
  }

  /// Takes the keys of this process's terminal; empty where there is none.
  public static Optional<Keyboard> open(Console console) {
    if (!console.interactive()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Keyboard(SystemTerminal.open()));
    } catch (IOException noTerminal) {
      return Optional.empty();
    }
  }

  /// The letter that was pressed, `q` for Esc and for a terminal that is gone; empty when none was
  /// within a sixth of a second.
  public Optional<Character> poll() {
    var key = keys.read(GLANCE);
    return switch (key.kind()) {
      case LETTER -> Optional.of(key.text().charAt(0));
      case ESCAPE, LEAVE -> Optional.of('q');
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    try {
      terminal.setAttributes(before);
      terminal.close();
    } catch (IOException | IllegalStateException | IOError terminalGone) {
      // There is nobody left to give it back to.
    }
  }
}
