package _08_timeouts;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server that answers every question, but none before its client has given up on the first.
///
/// @param listening close it to end the server
public record SlowServer(ServerSocket listening, CountDownLatch clientGaveUp)
    implements Callable<Void> {
  private static final int MILLIS_FOR_AN_ANSWER = 50;

  /// Serves one client after another.
  ///
  /// @throws IOException when no client can be accepted any more, because the server's socket is
  ///   closed, for example
  @Override
  public Void call() throws IOException, InterruptedException {
    while (true) {
      var client = listening.accept();
      try (client) {
        var lines = TextLines.from(client);
        for (String line; (line = lines.readLine()) != null; ) {
          clientGaveUp.await();
          TimeUnit.MILLISECONDS.sleep(MILLIS_FOR_AN_ANSWER);
          TextLines.write(client, line.replace("question", "answer"));
        }
      } catch (IOException gone) {
        // the next client, if there is one
      }
    }
  }
}
