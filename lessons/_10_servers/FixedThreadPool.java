package _10_servers;

import java.io.IOException;
import java.util.concurrent.Executors;

/// A pool of sixteen threads.
///
/// A connection that finds no thread free waits in the pool's queue until another client has left.
final class FixedThreadPool implements Server {
  static final int THREADS = 16;

  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    try (var threads = Executors.newFixedThreadPool(THREADS);
        acceptor) { // closed first: a thread ends when its client is gone
      while (true) {
        var client = acceptor.accept();
        var handler = handlers.create();
        threads.execute(() -> BlockingConnection.serve(client, handler, acceptor));
      }
    }
  }
}
