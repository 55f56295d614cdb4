package _07_sockets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A server that listens and is busy with something else, and the clients who come meanwhile.
public final class FullBacklog implements AutoCloseable {
  private final ServerSocket listening;
  private final List<Socket> clients = new ArrayList<>();

  /// @param backlog how many clients may wait for `accept()`, more or less
  public FullBacklog(int backlog) throws IOException {
    listening = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  /// One more client. Blocks until it has an answer, or its patience ends.
  ///
  /// @param patience in milliseconds
  /// @return how `connect()` ended: `connected`, `refused` or `timed out`
  public String connect(int patience) throws IOException {
    var client = new Socket();
    clients.add(client);
    try {
      client.connect(listening.getLocalSocketAddress(), patience);
      return "connected";
    } catch (ConnectException refused) {
      return "refused";
    } catch (SocketTimeoutException silence) {
      return "timed out";
    }
  }

  /// The server finds time for the client who came first.
  public void accept() throws IOException {
    listening.accept().close();
  }

  /// From now on nobody listens on that port.
  public void stopListening() throws IOException {
    listening.close();
  }

  @Override
  public void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
    listening.close();
  }
}
