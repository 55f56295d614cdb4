package workbook.tui;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import workbook.io.TerminalEncoding;
import workbook.view.Columns;
import workbook.view.Page;

/// Where the workbook reads and writes line by line, and what the person's environment says about
/// it.
public final class Console {
  private static final int NARROWEST = 20;
  private static final int WIDEST = 110;

  private final BufferedReader in;
  private final Sink sink;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  /// @param environment the variables that count here: `TERM`, `NO_COLOR`, `LC_ALL`, `LC_CTYPE`,
  ///   `LANG`
  public Console(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    var charset = unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    var reading = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    this.in = new BufferedReader(new InputStreamReader(in, reading));
    this.sink = new Sink(out);
    this.out = new PrintStream(sink, false, charset);
    this.err = new PrintStream(err, true, charset);
  }

  public static Console ofThisProcess() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        TerminalEncoding.environment());
  }

  /// Writes to standard output at once.
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /// Writes a sentence to standard error.
  public void complain(String sentence) {
    err.println(sentence);
  }

  /// Writes to standard error without a line end, for a progress bar.
  void printAside(String text) {
    err.print(text);
    err.flush();
  }

  /// Reads a line; blocks until there is one. Empty when the input has ended or cannot be read.
  Optional<String> readLine() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Forgets the lines that a person typed while nobody asked for one. What comes through a pipe
  /// was typed on purpose, and stays.
  void forgetTypedAhead() {
    try {
      while (interactive() && in.ready()) {
        in.readLine();
      }
    } catch (IOException gone) {
      // Then there is nothing to forget, and the next line says so.
    }
  }

  /// Why standard output did not take everything. Empty when it did, and when the reader of a pipe
  /// simply had enough (`workbook list | head -1`).
  public Optional<String> outputTrouble() {
    return Optional.ofNullable(sink.trouble)
        .map(IOException::getMessage)
        .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe"));
  }

  /// Whether what is printed arrives nowhere any more.
  public boolean outputGone() {
    return sink.trouble != null;
  }

  /// Whether a person sits at a terminal that can do more than print lines.
  public boolean interactive() {
    var console = System.console();
    return console != null && console.isTerminal() && !term().equals("dumb");
  }

  /// Whether colours are wanted where they can be shown; see no-color.org.
  boolean colourWanted() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && !term().equals("dumb");
  }

  /// Whether letters beyond ASCII can be shown: always, unless the locale names another encoding.
  public boolean unicode() {
    return TerminalEncoding.unicode(environment);
  }

  /// The page that standard output is: as wide as the terminal up to what reads well, with colours;
  /// elsewhere 80 columns without.
  public Page page() {
    if (!interactive()) {
      return new Page(Columns.WIDTH, false, unicode());
    }
    var width = Math.clamp(SystemTerminal.width().orElse(Columns.WIDTH), NARROWEST, WIDEST);
    return new Page(width, colourWanted(), unicode());
  }

  /// How many lines the terminal shows at once; empty where nothing scrolls away.
  public OptionalInt rows() {
    return interactive() ? SystemTerminal.height() : OptionalInt.empty();
  }

  /// The kind of terminal as `TERM` says, empty when it says nothing.
  public String term() {
    return environment.getOrDefault("TERM", "");
  }

  /// Passes bytes on until the first failure, which it keeps.
  private static final class Sink extends OutputStream {
    private final OutputStream to;
    private IOException trouble;

    Sink(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        to.write(bytes, from, length);
      } catch (IOException failure) {
        trouble = trouble == null ? failure : trouble;
        throw failure;
      }
    }
  }
}
