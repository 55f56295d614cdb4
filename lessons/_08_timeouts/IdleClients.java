package _08_timeouts;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;

/// A server with one thread serves one client after another. What does a silent client do to it?
public final class IdleClients {
  private IdleClients() {}

  /// Prints what the clients say, and hangs up on one that says nothing for too long. Returns when
  /// the server's socket is closed.
  ///
  /// @param limit how many milliseconds a client may be silent; 0: for as long as it likes
  public static void serve(ServerSocket listening, int limit, Consumer<String> print) {
    while (!listening.isClosed()) {
      try (var client = listening.accept()) {
        client.setSoTimeout(limit);
        var lines = TextLines.from(client);
        for (String line; (line = lines.readLine()) != null; ) {
          print.accept(line);
        }
      } catch (SocketTimeoutException silence) {
        print.accept("close connection by timeout");
      } catch (IOException gone) {
        // the next client, if there is one
      }
    }
  }
}
