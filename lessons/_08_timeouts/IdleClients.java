package _08_timeouts;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A server with one thread serves one client after another. What does a silent client do to it?
///
/// @param listening close it to end the server
/// @param limit how many milliseconds a client may be silent; 0: for as long as it likes
/// @param print gets what the clients say
public record IdleClients(ServerSocket listening, int limit, Consumer<String> print)
    implements Callable<Void> {
  /// Prints what the clients say, and hangs up on one that says nothing for too long.
  ///
  /// @throws IOException when no client can be accepted any more, because the server's socket is
  ///   closed, for example
  @Override
  public Void call() throws IOException {
    while (true) {
      var client = listening.accept();
      try (client) {
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
