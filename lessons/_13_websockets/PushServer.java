package _13_websockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;

/// What all web socket servers of this lesson have in common: how they open, and how they end.
public abstract class PushServer extends BoundedServer implements AutoCloseable {
  private static final int LIMIT_MS = 2_000; // reached only when something is wrong

  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final UnsentMessages unsent = new UnsentMessages();

  protected PushServer(InetSocketAddress at) {
    super(at);
  }

  /// Begins to listen. Blocks until it does, a moment.
  ///
  /// @throws IOException when the port cannot be had, for example because it is in use
  public final void open() throws IOException {
    start();
    try {
      started.join();
      unsent.lookAfter(this);
    } catch (CompletionException refused) {
      throw new IOException(refused.getCause().getMessage(), refused.getCause());
    }
  }

  @Override
  public final void onStart() {
    started.complete(null);
  }

  @Override
  public final void onError(WebSocket client, Exception failure) {
    started.completeExceptionally(failure); // does nothing once it has started
  }

  /// Says goodbye, and waits until its threads have ended or the caller is interrupted.
  @Override
  public final void close() {
    getConnections().forEach(client -> client.close(CloseFrame.GOING_AWAY));
    try {
      stop(LIMIT_MS);
      unsent.end();
      for (var worker : decoders) {
        worker.join(LIMIT_MS);
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
    sockets.forEach(client -> client.closeConnection(CloseFrame.GOING_AWAY, ""));
  }
}
