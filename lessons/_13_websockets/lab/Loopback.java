package _13_websockets.lab;

import _13_websockets.PushServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.concurrent.TimeoutException;
import workbook.Await;

/// Where the servers of this lesson listen, and what their clients connect with.
public final class Loopback {
  private Loopback() {}

  /// This machine only, at a port that the kernel picks.
  public static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /// For example `http://127.0.0.1:8080`.
  static String http(InetSocketAddress server) {
    return "http://%s:%d".formatted(server.getAddress().getHostAddress(), server.getPort());
  }

  /// Blocks until the server knows so many clients: a client may be connected a little earlier.
  public static void awaitClients(int many, PushServer server)
      throws InterruptedException, TimeoutException {
    Await.until(many + " clients are known", () -> server.getConnections().size() == many);
  }

  public static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }
}
