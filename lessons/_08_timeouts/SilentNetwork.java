package _08_timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A server that never accepts, and two ways to wait for its answer.
public final class SilentNetwork implements AutoCloseable {
  private static final int PLACES = 1_000;
  private final ServerSocket silent;
  private final Socket socket;
  private final HttpClient http = HttpClient.newHttpClient();

  public SilentNetwork() throws IOException {
    silent = new ServerSocket(0, PLACES, InetAddress.getLoopbackAddress());
    socket = new Socket(silent.getInetAddress(), silent.getLocalPort());
  }

  /// A socket's read, limited by `setSoTimeout`.
  public int read(int limit) throws IOException {
    socket.setSoTimeout(limit);
    return socket.getInputStream().read();
  }

  /// A request with a limit of its own.
  public int get(int limit) throws IOException, InterruptedException {
    var host = silent.getInetAddress().getHostAddress();
    var address = URI.create("http://%s:%d/".formatted(host, silent.getLocalPort()));
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofMillis(limit)).build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    http.close();
    socket.close();
    silent.close();
  }
}
