package _10_servers;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// # A thread for each connection
///
/// The thread that accepts does nothing else. Each client has a thread of the operating system.
final class ThreadPerConnection implements Server {
  @Override
  public void serve(Reception reception, Supplier<Handler> handlers) throws IOException {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
        reception) { // closed first: a thread ends when its client is gone
      while (true) {
        var client = reception.accept();
        threads.execute(() -> Talk.with(client, handlers.get(), reception));
      }
    }
  }
}
