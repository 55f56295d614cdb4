package _13_websockets;

import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A client that wants a web socket, and takes long polling where it can't have one.
public final class FallbackClient implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private PushClient pushed; // null after a fall-back

  /// Connects. Blocks until it has.
  ///
  /// @param push the way to the web socket server, if there is one
  /// @param news the same messages over plain HTTP, for example `http://127.0.0.1:8080`
  /// @throws ExecutionException when there is no connection, for a reason other than a refused
  ///   handshake
  public FallbackClient(
      HttpClient http, InetSocketAddress push, String news, Consumer<String> heard)
      throws ExecutionException, InterruptedException {
    try {
      pushed = new PushClient(http, push, heard);
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof WebSocketHandshakeException)) {
        throw refused;
      }
      threads.execute(PollLoop.longPolling(http, news, heard));
    }
  }

  /// How it gets its messages.
  public String transport() {
    return pushed == null ? "long polling" : "web socket";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
    if (pushed != null) {
      pushed.close();
    }
  }
}
