package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;

/// A client that wants the sum of its numbers. How does it say that it has sent them all?
public abstract sealed class HalfClose {
  /// Sends three numbers and reads the answer. Blocks until the server's bytes end.
  public final String ask(Socket server) throws IOException {
    server.getOutputStream().write("1 2 3 ".getBytes(UTF_8));
    end(server);
    return readAll(server);
  }

  abstract void end(Socket server) throws IOException;

  public static final class Flush extends HalfClose {
    @Override
    void end(Socket server) throws IOException {
      server.getOutputStream().flush();
    }
  }

  public static final class Close extends HalfClose {
    @Override
    void end(Socket server) throws IOException {
      server.close();
    }
  }

  public static final class ShutdownOutput extends HalfClose {
    @Override
    void end(Socket server) throws IOException {
      server.shutdownOutput();
    }
  }

  /// The server: adds until the numbers end, and answers. Blocks until then.
  public static int addUp(Socket client) throws IOException {
    try (client) {
      var numbers = Stream.of(readAll(client).strip().split(" "));
      var sum = numbers.mapToInt(Integer::parseInt).sum();
      client.getOutputStream().write(("" + sum).getBytes(UTF_8));
      return sum;
    }
  }

  private static String readAll(Socket from) throws IOException {
    return new String(from.getInputStream().readAllBytes(), UTF_8);
  }
}
