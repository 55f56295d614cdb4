package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;

/// Opens sockets that listen.
final class ListeningSocket {
  /// How many connections the kernel keeps until they are accepted, if it keeps so many.
  static final int BACKLOG = 4_096;

  private ListeningSocket() {}

  /// @param at port 0 means one that the kernel picks
  /// @param on options to switch on before it listens
  /// @throws IOException when the port is taken or not allowed
  @SafeVarargs
  static ServerSocketChannel open(InetSocketAddress at, SocketOption<Boolean>... on)
      throws IOException {
    var socket = ServerSocketChannel.open();
    try {
      for (var option : on) {
        socket.setOption(option, true);
      }
      return socket.bind(at, BACKLOG);
    } catch (IOException | RuntimeException refused) {
      socket.close();
      throw refused;
    }
  }

  /// Why several sockets that listen at one port are of no use here, in a sentence; empty if the
  /// kernel spreads the clients over them.
  static Optional<String> cannotSharePort() {
    return System.getProperty("os.name").equals("Linux")
        ? Optional.empty()
        : Optional.of("Only Linux spreads clients over several sockets at one port.");
  }
}
