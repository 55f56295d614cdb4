package _10_servers;

import java.io.IOException;
import java.util.concurrent.Executors;

/// A virtual thread for each connection.
///
/// The same code as with a thread for each connection. While a client says nothing, its thread is
/// an object in the heap.
final class VirtualThreadPerConnection implements Server {
  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        acceptor) { // closed first: a thread ends when its client is gone
      ThreadPerConnection.serve(acceptor, handlers, threads);
    }
  }
}
