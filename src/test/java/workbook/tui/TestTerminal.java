package workbook.tui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream.DelegateOutputStream;

/// An emulated terminal with a person in front of it, who may type ahead.
///
/// It knows when its program has obeyed every key and waits for the next. Only then is the screen
/// looked at: what stands there earlier may be on its way to something else, and whether it is seen
/// would be a matter of luck.
final class TestTerminal extends LineDisciplineTerminal {
  private final Keys keys = new Keys(slaveReader);
  private final ScreenTerminal screen;

  private TestTerminal(ScreenTerminal screen, OutputStream toTheScreen) throws IOException {
    super("test", "xterm-256color", toTheScreen, StandardCharsets.UTF_8);
    this.screen = screen;
  }

  static TestTerminal open(int columns, int rows) throws IOException {
    var output = new DelegateOutputStream();
    var terminal = new TestTerminal(new ScreenTerminal(columns, rows), output);
    terminal.setSize(Size.of(columns, rows));
    ScreenTerminal.wireTerminal(terminal.screen, terminal, output);
    return terminal;
  }

  @Override
  public NonBlockingReader reader() {
    return keys;
  }

  /// Makes it larger or smaller, as if somebody pulled at its window.
  void resize(int columns, int rows) {
    screen.setSize(Size.of(columns, rows));
    setSize(Size.of(columns, rows));
  }

  /// Presses keys, wherever the program is. One may be sent as several characters, all ASCII.
  void press(String... pressed) throws IOException {
    for (var key : pressed) {
      keys.pressing(key.length());
      processInputBytes(key.getBytes(StandardCharsets.US_ASCII));
      keys.pressed();
    }
  }

  /// Waits until all keys were obeyed and the screen shows all of these, and returns it.
  String await(String... texts) {
    var shown = "";
    try {
      while (true) {
        keys.awaitAllObeyed();
        shown = screen.toString();
        if (List.of(texts).stream().allMatch(shown::contains)) {
          return shown;
        }
        screen.waitDirty(100);
      }
    } catch (InterruptedException waitedTooLong) {
      throw new AssertionError("expected %s, saw\n%s".formatted(List.of(texts), shown));
    }
  }

  /// The keys on their way to the program.
  private static final class Keys extends NonBlockingReader {
    private static final int ESCAPE = 27;

    private final NonBlockingReader pipe;
    private int underway;
    private boolean awaited;
    private boolean halfRead;
    private volatile boolean pressing;

    Keys(NonBlockingReader pipe) {
      this.pipe = pipe;
    }

    /// From now on the characters of a key come, however slowly.
    synchronized void pressing(int characters) {
      underway += characters;
      pressing = true;
    }

    synchronized void pressed() {
      pressing = false;
    }

    synchronized void awaitAllObeyed() throws InterruptedException {
      while (underway > 0 || !awaited || halfRead) {
        wait();
      }
    }

    @Override
    protected int read(long millis, boolean peek) throws IOException {
      asked();
      var answer = READ_EXPIRED;
      for (var again = true; again && answer == READ_EXPIRED; ) {
        again = pressing; // then the code of an arrow is not whole yet
        answer = peek ? pipe.peek(millis) : pipe.read(millis);
      }
      answered(answer, peek);
      return answer;
    }

    private synchronized void asked() {
      awaited = true;
      notifyAll();
    }

    private synchronized void answered(int answer, boolean peek) {
      awaited = false;
      if (answer == READ_EXPIRED) {
        halfRead = false;
      } else if (!peek) {
        underway--;
        halfRead = answer == ESCAPE; // an arrow's code may go on
      }
    }

    @Override
    public int readBuffered(char[] into, int from, int most, long millis) {
      throw new UnsupportedOperationException("keys are read one by one");
    }

    @Override
    public void close() throws IOException {
      super.close();
      pipe.close();
    }
  }
}
