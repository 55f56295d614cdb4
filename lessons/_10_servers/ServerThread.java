package _10_servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import workbook.ServerExperiment.Service;

/// A server at work on a thread of its own, for this machine only, on a port that the kernel picks.
public final class ServerThread implements AutoCloseable {
  private final Service service;
  private final FutureTask<Void> work;
  private final Thread thread;

  private ServerThread(Service service) {
    this.service = service;
    this.work =
        new FutureTask<>(
            () -> {
              service.serve();
              return null;
            });
    this.thread = Thread.ofPlatform().name("server").start(work);
  }

  public static ServerThread start(Design design) throws IOException {
    return start(design, HandlerType.ECHO);
  }

  public static ServerThread start(Design design, HandlerType handlers) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ServerThread(design.open(handlers, here));
  }

  public InetSocketAddress address() {
    return service.address();
  }

  /// Blocks until the server has ended.
  void awaitEnd() throws InterruptedException, ExecutionException {
    work.get();
    thread.join();
  }

  /// Stops the server, and waits until its threads have ended or the caller is interrupted.
  @Override
  public void close() throws ExecutionException {
    service.close();
    try {
      awaitEnd();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    service.close();
  }
}
