package _13_websockets;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.java_websocket.WebSocket;

/// Looks after messages that wait although their client could take them.
///
/// The library (1.6.0) checks, then acts: its selector's thread finds a client's queue empty, and
/// then says that it has nothing more to write. A message that is queued in between, by another
/// thread, would lie there until the next one is sent. This asks again for each that waits.
final class UnsentMessages {
  private static final int PAUSE_MS = 100;

  private final ScheduledExecutorService reminder =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("unsent messages").factory());

  void lookAfter(TrackingServer server) {
    reminder.scheduleWithFixedDelay(() -> remind(server), PAUSE_MS, PAUSE_MS, MILLISECONDS);
  }

  private static void remind(TrackingServer server) {
    server.sockets.stream().filter(WebSocket::hasBufferedData).forEach(server::onWriteDemand);
  }

  /// Ends, and waits for that, a moment.
  void end() {
    reminder.shutdownNow();
    reminder.close();
  }
}
