package _13_websockets;

import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// A client that wants a web socket, and takes long polling where it can't have one.
public final class FallbackClient implements AutoCloseable {
  private final AutoCloseable connection;

  /// How it gets its messages: `web socket` or `long polling`.
  public final String transport;

  /// Connects. Blocks until it has.
  ///
  /// @param push the way to the web socket server, if there is one
  /// @param news the same messages over plain HTTP, for example `http://127.0.0.1:8080`
  public FallbackClient(
      HttpClient http, InetSocketAddress push, String news, Consumer<String> heard)
      throws ExecutionException, InterruptedException {
    AutoCloseable open;
    String how;
    try {
      open = new PushClient(http, push, heard);
      how = "web socket";
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof WebSocketHandshakeException)) {
        throw refused;
      }
      var polling = Thread.startVirtualThread(PollLoop.longPolling(http, news, heard));
      open =
          () -> {
            polling.interrupt();
            polling.join();
          };
      how = "long polling";
    }
    connection = open;
    transport = how;
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
