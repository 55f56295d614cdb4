package _13_websockets;

import java.time.Duration;
import org.java_websocket.WebSocket;

/// Looks after messages that wait although their client could take them.
///
/// The library (1.6.0) checks, then acts: its selector's thread finds a client's queue empty, and
/// then says that it has nothing more to write. A message that is queued in between, by another
/// thread, would lie there until the next one is sent. This asks again for each that waits.
final class UnsentMessages implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final TrackingServer server;
  private final Thread reminder;

  UnsentMessages(TrackingServer server) {
    this.server = server;
    reminder = Thread.ofVirtual().name("unsent messages").unstarted(this::remind);
  }

  void start() {
    reminder.start();
  }

  private void remind() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        server.sockets.stream().filter(WebSocket::hasBufferedData).forEach(server::onWriteDemand);
      }
    } catch (InterruptedException closed) {
      // That's how it ends.
    }
  }

  /// Ends it if it has started, and waits for that, a moment.
  @Override
  public void close() throws InterruptedException {
    reminder.interrupt();
    reminder.join();
  }
}
