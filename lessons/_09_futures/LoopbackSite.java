package _09_futures;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A slow web site with a single page, for this machine only.
public final class LoopbackSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  /// @param bytes how long the page is
  /// @param delay milliseconds until it is sent
  /// @param request is run when a request has come, and again when the delay is over
  /// @throws IOException when there is no port left
  public LoopbackSite(int bytes, int delay, Runnable request) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            request.run();
            TimeUnit.MILLISECONDS.sleep(delay);
            request.run();
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write(new byte[bytes]);
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// Ends the site, and what it is still doing. Blocks until its threads have ended.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
