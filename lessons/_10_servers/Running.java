package _10_servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A server at work on a thread of its own, for this machine only, on a port that the kernel picks.
final class Running implements AutoCloseable {
  private final EchoService service;
  private final FutureTask<Void> work;
  private final Thread thread;

  private Running(EchoService service) {
    this.service = service;
    this.work =
        new FutureTask<>(
            () -> {
              service.serve();
              return null;
            });
    this.thread = Thread.ofPlatform().name("server").start(work);
  }

  static Running start(Design design) throws IOException {
    return start(design, EchoHandler::new);
  }

  /// Likewise, with another handler for each client.
  static Running start(Design design, Supplier<Handler> handlers) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Running(new EchoService(design, handlers, Reception.at(here)));
  }

  InetSocketAddress address() {
    return service.address();
  }

  /// Blocks until the server has ended: because it was stopped, or because it failed.
  ///
  /// @throws ExecutionException when it failed
  void awaitEnd() throws InterruptedException, ExecutionException {
    work.get();
    thread.join();
  }

  /// Stops the server; does not wait.
  void stop() {
    service.close();
  }

  /// Stops the server and waits until all its threads have ended. Who is interrupted does not wait.
  @Override
  public void close() throws ExecutionException {
    stop();
    try {
      awaitEnd();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
