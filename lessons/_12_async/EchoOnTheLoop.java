package _12_async;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A TCP echo server, and a client of it, as coroutines.
public final class EchoOnTheLoop {
  private final Loop loop;

  public EchoOnTheLoop(Loop loop) {
    this.loop = loop;
  }

  /// Says back to each client what it says, until it leaves.
  ///
  /// @param heard is told what was read, and by whom
  /// @throws IOException when the port cannot be had, for example because it is in use
  public TcpServer serve(InetSocketAddress at, Consumer<ByteBuffer> heard) throws IOException {
    return new TcpServer(
        loop,
        at,
        client -> {
          var buffer = ByteBuffer.allocate(2048);
          while (client.read(buffer.clear()) != -1) {
            heard.accept(buffer.flip().asReadOnlyBuffer());
            client.write(buffer);
          }
        });
  }

  /// Sends a message; a coroutine waits here for as many bytes as it sent.
  ///
  /// @return the echo
  public String ask(InetSocketAddress server, String message) throws Exception {
    try (var stream = TcpStream.connect(loop, server)) {
      var bytes = message.getBytes(StandardCharsets.UTF_8);
      stream.write(ByteBuffer.wrap(bytes));
      var echo = ByteBuffer.allocate(bytes.length);
      while (echo.hasRemaining() && stream.read(echo) != -1) {
        // The echo may come in pieces.
      }
      return new String(echo.array(), 0, echo.position(), StandardCharsets.UTF_8);
    }
  }
}
