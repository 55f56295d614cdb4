package _10_servers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.net.StandardSocketOptions.SO_REUSEADDR;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.util.Set;
import java.util.stream.Collectors;

/// The descriptor of a socket. Java doesn't tell it, so we switch an option of the socket, and ask
/// the kernel which descriptor's option has changed.
final class SocketDescriptor {
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
  private static final int LEVEL = MAC ? 0xffff : 1; // SOL_SOCKET
  private static final int OPTION = MAC ? 4 : 2; // SO_REUSEADDR

  private static final MethodHandle GETSOCKOPT =
      NativeFunction.find(
          "getsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

  private SocketDescriptor() {}

  /// @throws ClosedChannelException when the socket is closed, before or meanwhile
  static int of(NetworkChannel socket) throws IOException {
    var usual = socket.getOption(SO_REUSEADDR);
    var candidates = having(usual);
    try {
      socket.setOption(SO_REUSEADDR, !usual);
      candidates.retainAll(having(!usual));
    } finally {
      socket.setOption(SO_REUSEADDR, usual);
    }
    candidates.retainAll(having(usual)); // not another that was closed and opened meanwhile
    return candidates.stream().findFirst().orElseThrow(ClosedChannelException::new);
  }

  private static Set<Integer> having(boolean option) throws IOException {
    var all = FileDescriptors.open().stream();
    return all.filter(descriptor -> has(option, descriptor)).collect(Collectors.toSet());
  }

  private static boolean has(boolean option, int descriptor) {
    try (var arena = Arena.ofConfined()) {
      var value = arena.allocateFrom(JAVA_INT, 0);
      var size = arena.allocateFrom(JAVA_INT, (int) JAVA_INT.byteSize());
      var error = NativeFunction.errorPlace(arena);
      var result = (int) GETSOCKOPT.invokeExact(error, descriptor, LEVEL, OPTION, value, size);
      return result == 0 && (value.get(JAVA_INT, 0) != 0) == option;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible); // a C function throws nothing
    }
  }
}
