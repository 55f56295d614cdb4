package _13_websockets;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// A client of a web socket server that is told of each text message.
public final class PushClient implements WebSocket.Listener, AutoCloseable {
  private final Consumer<String> heard;
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;
  public final CompletableFuture<Integer> end = new CompletableFuture<>(); // and its close code

  /// Connects. Blocks until it has, or the server refuses.
  ///
  /// @param heard is called with one message at a time
  /// @throws ExecutionException when there is no connection; its cause says why
  public PushClient(HttpClient http, InetSocketAddress server, Consumer<String> heard)
      throws ExecutionException, InterruptedException {
    this.heard = heard;
    var at = URI.create("ws://%s:%d/".formatted(server.getHostString(), server.getPort()));
    this.socket = http.newWebSocketBuilder().buildAsync(at, this).get();
  }

  public void say(String text) throws ExecutionException, InterruptedException {
    socket.sendText(text, true).get();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      heard.accept(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket by, int code, String reason) {
    end.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket by, Throwable failure) {
    end.complete(1006); // there was none
  }

  @Override
  public void close() {
    socket.abort();
  }
}
