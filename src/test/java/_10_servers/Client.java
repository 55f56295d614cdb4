package _10_servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/// A client of the tests, as simple as they come: it writes, and reads what it expects. No wait of
/// it is endless.
record Client(Socket socket) implements AutoCloseable {
  private static final int LIMIT_MS = 60_000;

  static Client of(ServerThread server) throws IOException {
    return of(server.address());
  }

  static Client of(InetSocketAddress server) throws IOException {
    var client = new Client(new Socket());
    client.socket.setSoTimeout(LIMIT_MS);
    client.socket.connect(server, LIMIT_MS);
    return client;
  }

  Client says(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  Client hears(String text) throws IOException {
    var got = socket.getInputStream().readNBytes(text.length());
    assertEquals(text, new String(got, ISO_8859_1));
    return this;
  }

  Client hearsTheEnd() throws IOException {
    assertEquals(-1, socket.getInputStream().read());
    return this;
  }

  /// Whether there is something to read.
  boolean hasBytes() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /// Waits for the end, however it comes: a server need not know who still waits at its door.
  boolean isShownOut() throws IOException {
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketException reset) {
      return true;
    }
  }

  /// Closes without a farewell: the server's next read or write fails.
  void resets() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
