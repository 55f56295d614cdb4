package workbook.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/// What a notebook's threads print, taken apart again into lines and the threads that printed them.
///
/// On its way from one JVM to the other, each stretch of text follows the name of its thread, which
/// stands between two control characters.
final class ThreadOutput extends OutputStream {
  /// The thread that runs the statements.
  static final String MAIN = "main";

  private static final int NAME = 0x1E; // "record separator"
  private static final int TEXT = 0x1F; // "unit separator"

  /// Bytes of [#text]; what a statement in an endless loop prints would fill the memory.
  private static final int KEPT = 1 << 20;

  private static final int LONGEST_LINE = 1 << 14;

  private final Consumer<OutputLine> listener;
  private final ByteArrayOutputStream name = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private String thread = "";
  private boolean inName;

  /// @param listener is told each line as soon as it is whole
  ThreadOutput(Consumer<OutputLine> listener) {
    this.listener = listener;
  }

  /// Begins anew.
  synchronized void restart() {
    endLine();
    kept.reset();
  }

  /// What was printed since [#restart], whoever printed it, in the order it arrived: its first
  /// million bytes.
  synchronized String text() {
    endLine();
    return kept.toString(UTF_8);
  }

  @Override
  public synchronized void write(int one) {
    switch (one) {
      case NAME -> {
        name.reset();
        inName = true;
      }
      case TEXT -> {
        inName = false;
        speaks(name.toString(UTF_8));
      }
      default -> {
        if (inName) {
          name.write(one);
        } else {
          add(one);
        }
      }
    }
  }

  private void speaks(String next) {
    if (!next.equals(thread)) {
      endLine();
      thread = next;
    }
  }

  private void add(int one) {
    if (kept.size() < KEPT) {
      kept.write(one);
    }
    line.write(one);
    if (one == '\n' || line.size() == LONGEST_LINE) {
      endLine();
    }
  }

  private void endLine() {
    if (line.size() > 0) {
      listener.accept(new OutputLine(thread, line.toString(UTF_8).stripTrailing()));
      line.reset();
    }
  }

  /// The end where it is printed: puts the name of the printing thread before each stretch.
  static final class Naming extends OutputStream {
    private final OutputStream to;

    Naming(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] text, int from, int length) throws IOException {
      var stretch = new ByteArrayOutputStream();
      stretch.write(NAME);
      stretch.writeBytes(name(Thread.currentThread()).getBytes(UTF_8));
      stretch.write(TEXT);
      stretch.write(text, from, length);
      to.write(stretch.toByteArray()); // in one piece: no other thread comes between
    }

    @Override
    public void flush() throws IOException {
      to.flush();
    }

    private static String name(Thread thread) {
      return thread.getName().isEmpty() ? "thread " + thread.threadId() : thread.getName();
    }
  }
}
