package _11_ipc;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;

/// Sockets for remote calls that no other machine can reach. By default, they would listen on all
/// addresses.
final class LoopbackSockets implements RMIServerSocketFactory {
  private ServerSocket door;

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    door = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    return door;
  }

  int port() {
    return door.getLocalPort();
  }

  void close() throws IOException {
    door.close();
  }

  /// Goes to the other process with each remote object.
  record Client() implements RMIClientSocketFactory, Serializable {
    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    }
  }
}
