package _11_ipc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import _10_servers.NativeFunction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/// The signal USR1, which the system leaves to programs (signal(7)). A process that has not asked
/// for it is ended by it.
final class UserSignal {
  private static final int USR1 = 10; // SIGUSR1 of Linux; the JVM has other uses for SIGUSR2

  private static final MethodHandle KILL =
      NativeFunction.find("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  private UserSignal() {}

  /// Why a program can't be told of a signal here, in a sentence; empty when it can.
  static Optional<String> missing() {
    return Errno.missing("kill");
  }

  /// From now on a thread of the JVM's runs this when signals have come: once for those that come
  /// together. By reflection, because javac warns of `sun.misc` and lets nobody silence it.
  static void onArrival(Runnable action) {
    InvocationHandler run =
        (proxy, method, arguments) -> {
          action.run();
          return null;
        };
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var usr1 = signal.getConstructor(String.class).newInstance("USR1");
      var handlers = new Class<?>[] {handler};
      var all = Proxy.newProxyInstance(handler.getClassLoader(), handlers, run);
      signal.getMethod("handle", signal, handler).invoke(null, usr1, all);
    } catch (ReflectiveOperationException notThisJvm) {
      throw new UnsupportedOperationException("This JVM hands no signals on.", notThisJvm);
    }
  }

  /// Sends the signal. Returns when it is on its way, even when that process has ended.
  static void send(ProcessHandle to) throws IOException {
    if (to.isAlive()) { // else its number may be another's
      try (var arena = Arena.ofConfined()) {
        var pid = (int) to.pid();
        var error = new Errno(arena);
        error.check("kill " + pid, errno -> (int) KILL.invokeExact(errno, pid, USR1), Errno.ESRCH);
      }
    }
  }
}
