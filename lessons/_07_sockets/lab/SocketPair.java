package _07_sockets.lab;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Await;
import workbook.Recorder;

/// Two connected sockets that record what is done with them.
public record SocketPair(Socket client, Socket server) implements AutoCloseable {
  /// @param client the party that connects
  /// @param server the party that accepts
  public static SocketPair connect(String client, String server, Recorder record)
      throws IOException {
    try (var listening = RecordingServerSocket.listening(server, record, client)) {
      var party = new Party(client, server, record);
      var socket = RecordingSocket.connected(party, listening.getLocalSocketAddress());
      return new SocketPair(socket, listening.accept());
    }
  }

  /// Blocks until so many bytes have arrived at the server and wait for a read.
  void awaitBytes(int wanted) throws InterruptedException, TimeoutException {
    Await.until(wanted + " bytes have arrived", () -> available() == wanted);
  }

  private int available() {
    try {
      return server.getInputStream().available();
    } catch (IOException closed) {
      return -1;
    }
  }

  /// Blocks until a side is done. If it failed, its socket has recorded that.
  static void await(Future<?> side) throws InterruptedException, TimeoutException {
    try {
      side.get(RecordingSocket.LIMIT, TimeUnit.MILLISECONDS);
    } catch (ExecutionException recorded) {
      // Its claim says so.
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
