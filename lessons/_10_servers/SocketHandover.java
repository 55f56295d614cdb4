package _10_servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;

/// Hands an open socket to a child process, which finds it with [System#inheritedChannel].
///
/// A process that Java starts inherits its three standard streams and no other descriptor. So for
/// as long as the start takes, the socket takes the place of this process's standard input.
final class SocketHandover {
  private static final int STANDARD_INPUT = 0;

  private SocketHandover() {}

  /// Starts a child whose standard input is the socket. Then both processes have it, and it stays
  /// open until both have closed it. One thread at a time does this; meanwhile, no other may begin
  /// to read standard input.
  ///
  /// @throws ClosedChannelException when the socket is closed, before or meanwhile
  static synchronized Process start(ProcessBuilder child, NetworkChannel socket)
      throws IOException {
    var number = SocketDescriptor.of(socket);
    var saved = FileDescriptors.call("dup", STANDARD_INPUT);
    try {
      FileDescriptors.call("dup2", number, STANDARD_INPUT);
      if (!socket.isOpen()) {
        throw new ClosedChannelException(); // the number may mean another file now
      }
      return child.redirectInput(Redirect.INHERIT).start();
    } finally {
      FileDescriptors.call("dup2", saved, STANDARD_INPUT);
      FileDescriptors.call("close", saved);
    }
  }
}
