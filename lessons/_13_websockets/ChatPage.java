package _13_websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Serves the page with which a browser joins a chat.
final class ChatPage implements AutoCloseable {
  private final HttpServer server;
  private final int chatPort;

  /// @param at where the page is
  /// @param chatPort where the page finds the chat, on the machine that it came from
  /// @throws IOException when the port cannot be had
  ChatPage(InetSocketAddress at, int chatPort) throws IOException {
    this.chatPort = chatPort;
    server = HttpServer.create(at, 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange request) throws IOException {
    try (request;
        var file = ChatPage.class.getResourceAsStream("chat.html")) {
      var html = new String(file.readAllBytes(), UTF_8).replace("PORT", "" + chatPort);
      var body = html.getBytes(UTF_8);
      request.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      request.sendResponseHeaders(200, body.length);
      request.getResponseBody().write(body);
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
