package workbook.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.execution.Util;
import jdk.net.ExtendedSocketOptions;
import workbook.process.ChildJvm;

/// The program of a [JShellSession]'s own JVM: it runs the statements that JShell sends.
///
/// JShell comes with such a program. This one differs in two ways. All that is printed carries the
/// name of the thread that printed it. And it answers at once: JShell sends each statement in many
/// small packets, of which TCP holds back all but the first until that one is acknowledged, and the
/// acknowledgement waits 40 ms for company (RFC 896 and RFC 1122, 4.2.3.2). Four of these waits
/// made 200 ms of every statement.
public final class JShellAgent extends RemoteExecutionControl {
  /// How long the shutdown hooks of the statements have.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private JShellAgent() {}

  /// Runs statements until JShell hangs up. Ends with the JVM that started it, however that ends,
  /// and so does all that the statements started.
  ///
  /// @param args the port on this machine where JShell listens
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    ChildJvm.ignoreCtrlC();
    Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::cleanUp));
    Thread.ofPlatform()
        .daemon()
        .name("waits for the book's end")
        .start(JShellAgent::endWithTheBook);
    try (var jshell = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      jshell.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Util.forwardExecutionControlAndIO(
          new JShellAgent(),
          new Prompt(jshell),
          jshell.getOutputStream(),
          Map.of("out", named(System::setOut), "err", named(System::setErr)),
          Map.of("in", System::setIn));
    }
  }

  /// Lets the statements' shutdown hooks remove what they hold, but does not wait for ever.
  private static void endWithTheBook() {
    ProcessHandle.current().parent().ifPresent(book -> book.onExit().join());
    var exit = Thread.ofPlatform().daemon().start(() -> System.exit(1));
    try {
      exit.join(GRACE);
    } catch (InterruptedException nobodyShould) {
      Thread.currentThread().interrupt();
    }
    ChildJvm.cleanUp();
    Runtime.getRuntime().halt(1);
  }

  private static Consumer<OutputStream> named(Consumer<PrintStream> setter) {
    return to -> setter.accept(new PrintStream(new ThreadOutput.Naming(to), true, UTF_8));
  }

  /// Overridden so that JShell, which looks for this frame when it stops a statement, finds it.
  @Override
  protected String invoke(Method statement) throws Exception {
    return super.invoke(statement);
  }

  /// Overridden for the same reason.
  @Override
  public String varValue(String type, String name)
      throws RunException, EngineTerminationException, InternalException {
    return super.varValue(type, name);
  }

  /// What JShell sends, acknowledged as soon as it was read. Where the system cannot be told so, as
  /// on macOS and Windows, a notebook is slower and otherwise the same.
  private static final class Prompt extends FilterInputStream {
    private final Socket from;
    private final boolean canBeTold;

    Prompt(Socket from) throws IOException {
      super(from.getInputStream());
      this.from = from;
      this.canBeTold = from.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      acknowledge();
      return one;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      var count = super.read(into, at, most);
      acknowledge();
      return count;
    }

    /// The system forgets that it was told (tcp(7)), so it is told after each read.
    private void acknowledge() throws IOException {
      if (canBeTold) {
        from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
    }
  }
}
