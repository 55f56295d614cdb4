package _13_websockets.lab;

import _13_websockets.TotalOrder;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two threads that send to all clients of a server at the same time.
final class TwoSenders {
  private TwoSenders() {}

  /// Blocks until both have sent so many messages, called `a 0`, `b 0`, `a 1` and so on.
  static void send(TotalOrder server, int messages) throws Exception {
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (Future<?> sent :
          List.of(
              threads.submit(() -> sendAs("a", server, messages, together)),
              threads.submit(() -> sendAs("b", server, messages, together)))) {
        sent.get();
      }
    }
  }

  private static Void sendAs(String who, TotalOrder server, int messages, CyclicBarrier together)
      throws Exception {
    together.await();
    for (var n = 0; n < messages; n++) {
      server.sendAll(who + " " + n);
    }
    return null;
  }
}
