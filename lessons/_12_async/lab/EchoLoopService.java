package _12_async.lab;

import _12_async.EchoOnTheLoop;
import _12_async.Loop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import workbook.ServerExperiment.Service;

/// An echo server with a loop of its own, open for clients.
public final class EchoLoopService implements Service {
  private static final String STOP = "stop";

  private final Loop loop;
  private final Consumer<ByteBuffer> heard;
  private final InetSocketAddress address;

  /// @param loop is closed when it ends
  /// @throws IOException when the port cannot be had
  public EchoLoopService(Loop loop, InetSocketAddress at, Consumer<ByteBuffer> heard)
      throws IOException {
    this.loop = loop;
    this.heard = heard;
    try {
      address = new EchoOnTheLoop(loop).serve(at, this::heard).address();
    } catch (IOException | RuntimeException refused) {
      loop.close();
      throw refused;
    }
  }

  private void heard(ByteBuffer bytes) {
    if (bytes.remaining() <= STOP.length() + 2 && told(bytes).equals(STOP)) {
      loop.stop();
    }
    heard.accept(bytes);
  }

  private static String told(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().strip();
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
    return "send the line stop";
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
