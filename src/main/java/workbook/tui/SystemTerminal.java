package workbook.tui;

import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// What only the operating system knows about this process's terminal.
final class SystemTerminal {
  private static final String PROVIDER = "ffm";

  private SystemTerminal() {}

  /// Whether standard error goes to a terminal.
  static boolean isErrorTerminal() {
    try {
      return TerminalProvider.load(PROVIDER).isSystemStream(SystemStream.Error);
    } catch (IOException | LinkageError unknown) {
      return false;
    }
  }

  /// How many columns the terminal has that standard output goes to; empty when there is none.
  static OptionalInt width() {
    try {
      var width = TerminalProvider.load(PROVIDER).systemStreamWidth(SystemStream.Output);
      return width > 0 ? OptionalInt.of(width) : OptionalInt.empty();
    } catch (IOException | LinkageError unknown) {
      return OptionalInt.empty();
    }
  }

  /// How many lines the terminal has that this process was started from; empty when there is none.
  static OptionalInt height() {
    try (var terminal = open()) {
      var height = terminal.getSize().getRows();
      return height > 0 ? OptionalInt.of(height) : OptionalInt.empty();
    } catch (IOException | LinkageError unknown) {
      return OptionalInt.empty();
    }
  }

  /// Opens the terminal this process was started from. Lines and blocks are sent to it as Unicode,
  /// not in the alternate character set of the terminals of 1978.
  ///
  /// @throws IOException when there is none
  static Terminal open() throws IOException {
    System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
    return TerminalBuilder.builder()
        .provider(PROVIDER)
        .system(true)
        .dumb(false)
        .graphemeCluster(false)
        .build();
  }
}
