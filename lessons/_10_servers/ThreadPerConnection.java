package _10_servers;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A thread for each connection.
///
/// The thread that accepts does nothing else. Each client has a thread of the operating system.
final class ThreadPerConnection implements Server {
  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
        acceptor) { // closed first: a thread ends when its client is gone
      serve(acceptor, handlers, threads);
    }
  }

  /// Serves each client on a thread of its own. If the system gives no more threads, it closes that
  /// client's connection, and goes on. Blocks until the acceptor is closed.
  static void serve(Acceptor acceptor, HandlerType handlers, Executor threads) throws IOException {
    while (true) {
      var client = acceptor.accept();
      var handler = handlers.create();
      try {
        threads.execute(() -> BlockingConnection.serve(client, handler, acceptor));
      } catch (OutOfMemoryError noThread) {
        acceptor.connections.close(client); // refused; the others stay
      }
    }
  }
}
