package workbook.tui;

import java.io.IOError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import workbook.view.Columns;
import workbook.view.Page;

/// The whole screen of a terminal: a title line, a body, a line that names the keys.
///
/// Opening it switches to the terminal's second screen and to single keys; closing it brings back
/// what was there before. A hook does so too when the JVM is told to end.
final class Screen implements AutoCloseable {
  /// Milliseconds between two looks at the terminal's size.
  private static final long GLANCE = 150;

  /// How many lines the keys may take; the second stands where an empty line would.
  private static final int KEY_LINES = 2;

  private static final int SMALLEST = 20;
  private static final int WIDEST_TEXT = 110;

  private final Terminal terminal;
  private final Console console;
  private final KeyReader keys;
  private final Display display;
  private final Attributes before;
  private final Thread hook = new Thread(this::restore, "terminal restorer");
  private Size size = Size.of(0, 0);
  private boolean restored;

  Screen(Terminal terminal, Console console) {
    this.terminal = terminal;
    this.console = console;
    this.keys = new KeyReader(terminal);
    this.display = new Display(terminal, true);
    Runtime.getRuntime().addShutdownHook(hook);
    this.before = terminal.enterRawMode();
    keysForUsAlone();
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.puts(Capability.keypad_xmit);
  }

  /// Ctrl-C and Ctrl-Z arrive as keys and stop nobody.
  private void keysForUsAlone() {
    var attributes = terminal.getAttributes();
    attributes.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ISIG), false);
    terminal.setAttributes(attributes);
  }

  /// What a text may use here, with a margin on both sides.
  Page page() {
    var width = Math.clamp(measured().getColumns() - 2L, SMALLEST, WIDEST_TEXT);
    return new Page(width, console.colourWanted(), console.unicode());
  }

  /// How many lines of body fit.
  int bodyRows() {
    return Math.max(1, rows() - 4);
  }

  private int rows() {
    return Math.max(5, measured().getRows());
  }

  /// The size of the terminal; what it was last when the terminal is gone.
  private Size measured() {
    try {
      return terminal.getSize();
    } catch (IllegalStateException | IOError terminalGone) {
      return size;
    }
  }

  /// Draws everything. A body that is too long is cut.
  ///
  /// @param aside a few words at the right of the title
  /// @param keys what the keys do
  void draw(String title, String aside, List<AttributedString> body, String keys) {
    resizeIfNeeded();
    var lines = new ArrayList<AttributedString>();
    lines.add(titleLine(title, aside));
    lines.add(AttributedString.EMPTY);
    lines.addAll(body.subList(0, Math.min(body.size(), bodyRows())));
    var below = keyLines(keys);
    while (lines.size() < rows() - below.size()) {
      lines.add(AttributedString.EMPTY);
    }
    below.forEach(line -> lines.add(new AttributedString(line, AttributedStyle.DEFAULT.faint())));
    show(lines.stream().map(line -> line.columnSubSequence(0, size.getColumns())).toList());
  }

  /// The keys in as many lines as they need, a key and its meaning never apart.
  private List<String> keyLines(String keys) {
    var joined = keys.replaceAll("(?<![,;·|]) (?![·|])", "\u00a0");
    return Columns.wrapped(joined, " ", page().width() + 1)
        .replace('\u00a0', ' ')
        .lines()
        .limit(KEY_LINES)
        .toList();
  }

  private void show(List<AttributedString> lines) {
    try {
      display.update(lines, -1);
    } catch (IllegalStateException | IOError terminalGone) {
      // Nobody looks any more; the next key says so.
    }
  }

  private AttributedString titleLine(String title, String aside) {
    var line = new AttributedStringBuilder();
    line.append(" ").append(title, accent().bold());
    var gap = page().width() + 1 - line.columnLength() - aside.length();
    if (!aside.isEmpty() && gap > 0) {
      line.append(" ".repeat(gap)).append(aside, AttributedStyle.DEFAULT.faint());
    }
    return line.toAttributedString();
  }

  /// What is meant to be seen first: coloured where colours are wanted.
  AttributedStyle accent() {
    return console.colourWanted()
        ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)
        : AttributedStyle.DEFAULT;
  }

  /// Waits for a key. Returns [Key.Kind#NONE] from time to time, and when the size has changed, so
  /// that the caller draws again.
  Key key() {
    return keys.read(GLANCE);
  }

  private void resizeIfNeeded() {
    var now = Size.of(Math.max(SMALLEST, measured().getColumns()), rows());
    if (!now.equals(size)) {
      size = now;
      display.clear();
      display.resize(now);
    }
  }

  /// Gives the terminal back as it was. Whoever opened the terminal closes it.
  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Then the hook runs, and finds nothing left to do.
    }
  }

  private synchronized void restore() {
    if (restored) {
      return;
    }
    restored = true;
    try {
      terminal.puts(Capability.keypad_local);
      terminal.puts(Capability.cursor_visible);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(before);
    } catch (IllegalStateException | IOError terminalGone) {
      // There is nobody left to give it back to.
    }
  }
}
