package workbook.tui;

import java.io.IOError;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// Turns what a terminal sends into [Key]s.
final class KeyReader {
  /// Milliseconds after which a lone ESC is the key, not the start of an arrow's code.
  private static final long ESCAPE_PATIENCE = 80;

  private final BindingReader reader;
  private final KeyMap<Key.Kind> keys = new KeyMap<>();

  KeyReader(Terminal terminal) {
    reader = new BindingReader(terminal.reader());
    bind(terminal, Key.Kind.UP, Capability.key_up, "\033[A", "\033OA", KeyMap.ctrl('P'));
    bind(terminal, Key.Kind.DOWN, Capability.key_down, "\033[B", "\033OB", KeyMap.ctrl('N'));
    bind(terminal, Key.Kind.PAGE_UP, Capability.key_ppage, "\033[5~", KeyMap.ctrl('B'));
    bind(terminal, Key.Kind.PAGE_DOWN, Capability.key_npage, "\033[6~", KeyMap.ctrl('F'));
    bind(terminal, Key.Kind.HOME, Capability.key_home, "\033[H", "\033OH", "\033[1~");
    bind(terminal, Key.Kind.END, Capability.key_end, "\033[F", "\033OF", "\033[4~");
    bind(terminal, Key.Kind.ERASE, Capability.key_backspace, KeyMap.del(), "\b");
    keys.bind(Key.Kind.ENTER, "\r", "\n");
    keys.bind(Key.Kind.ESCAPE, KeyMap.esc());
    keys.bind(Key.Kind.LEAVE, KeyMap.ctrl('C'), KeyMap.ctrl('D'));
    for (var letter = ' '; letter < 127; letter++) {
      keys.bind(Key.Kind.LETTER, String.valueOf(letter));
    }
    keys.setUnicode(Key.Kind.LETTER);
    keys.setNomatch(Key.Kind.NONE);
    keys.setAmbiguousTimeout(ESCAPE_PATIENCE);
  }

  private void bind(Terminal terminal, Key.Kind kind, Capability capability, String... usual) {
    keys.bind(kind, usual);
    var own = KeyMap.key(terminal, capability);
    if (own != null) {
      keys.bind(kind, own);
    }
  }

  /// The next key, or [Key.Kind#NONE] when there is none within so many milliseconds.
  Key read(long millis) {
    try {
      if (reader.peekCharacter(millis) == NonBlockingReader.READ_EXPIRED) {
        return Key.of(Key.Kind.NONE);
      }
      var kind = reader.readBinding(keys);
      var text = kind == Key.Kind.LETTER ? reader.getLastBinding() : "";
      return kind == null ? Key.of(Key.Kind.LEAVE) : new Key(kind, text);
    } catch (EndOfFileException | IOError terminalGone) {
      return Key.of(Key.Kind.LEAVE);
    }
  }
}
