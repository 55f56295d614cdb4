package _10_servers;

import java.io.IOException;
import java.util.concurrent.Executors;

/// A thread for each connection.
///
/// The thread that accepts does nothing else. Each client has a thread of the operating system.
final class ThreadPerConnection implements Server {
  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
        acceptor) { // closed first: a thread ends when its client is gone
      while (true) {
        var client = acceptor.accept();
        var handler = handlers.create();
        threads.execute(() -> BlockingConnection.serve(client, handler, acceptor));
      }
    }
  }
}
