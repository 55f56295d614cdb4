package _07_sockets;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Servers at addresses and ports, and clients that look for them there.
public final class PortAndAddress {
  private static final int LIMIT = 30_000;

  private PortAndAddress() {}

  /// Binds and listens. [ServerSocket#getLocalPort] says on which port.
  ///
  /// @param address in digits, for example `127.0.0.1`; `0.0.0.0` means every address of this
  ///   machine
  /// @throws BindException when that is not possible: in use, reserved, not ours
  /// @throws IllegalArgumentException when there is no such port
  public static ServerSocket listen(String address, int port) throws IOException {
    var server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return server;
    } catch (IOException | IllegalArgumentException refused) {
      server.close();
      throw refused;
    }
  }

  /// Whether somebody listens there. Blocks for thirty seconds at most.
  public static boolean isReached(String address, int port) throws IOException {
    try (var client = new Socket()) {
      client.connect(new InetSocketAddress(InetAddress.getByName(address), port), LIMIT);
      return true;
    } catch (ConnectException refused) {
      return false;
    }
  }
}
