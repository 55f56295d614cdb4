package _12_async;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import workbook.ServerExperiment.Service;

/// An echo server with a loop of its own, open for clients.
public final class EchoLoopService implements Service {
  private final Loop loop;
  private final InetSocketAddress address;

  /// @param loop is closed when it ends
  /// @throws IOException when the port cannot be had
  public EchoLoopService(Loop loop, InetSocketAddress at, Consumer<ByteBuffer> heard)
      throws IOException {
    this.loop = loop;
    try {
      address = new EchoOnTheLoop(loop).serve(at, heard).address();
    } catch (IOException | RuntimeException refused) {
      loop.close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public String says() {
    return "echo, a coroutine for each client on one event loop";
  }

  @Override
  public String stopped() {
    return "press Ctrl-C";
  }

  @Override
  public void serve() {
    try (loop) {
      loop.runForever();
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      loop.callSoonThreadsafe("stop", loop::stop);
    } catch (IllegalStateException closed) {
      // It has ended already.
    }
  }
}
