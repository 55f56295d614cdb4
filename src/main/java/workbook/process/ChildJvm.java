package workbook.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/// What a JVM does that the workbook has started.
public final class ChildJvm {
  /// Known before anybody else's code runs here: each such JVM first calls [#ignoreCtrlC].
  private static final Optional<TempDirectory> TEMP = TempDirectory.own();

  private ChildJvm() {}

  /// Ctrl-C reaches every process of the terminal, but it is the workbook's to answer. By
  /// reflection, because javac warns of `sun.misc` and lets nobody silence it; a handler that does
  /// nothing, because processes started later would inherit that a signal is ignored.
  public static void ignoreCtrlC() throws ReflectiveOperationException {
    var signal = Class.forName("sun.misc.Signal");
    var handler = Class.forName("sun.misc.SignalHandler");
    var interrupt = signal.getConstructor(String.class).newInstance("INT");
    InvocationHandler nothing = (proxy, method, arguments) -> null;
    var nobody =
        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, nothing);
    signal.getMethod("handle", signal, handler).invoke(null, interrupt, nobody);
  }

  /// Ends by force every process that this JVM has started, and those that they started.
  public static void endOthers() {
    ProcessTree.endOthers(ProcessMark.own());
  }

  /// Likewise, and deletes the temporary files of this JVM, if it was given a [TempDirectory].
  public static void cleanUp() {
    endOthers();
    TEMP.ifPresent(TempDirectory::close);
  }
}
