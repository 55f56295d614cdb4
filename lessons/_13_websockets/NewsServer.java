package _13_websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Answers requests for the messages of a log: with what is there, at `/now`, or with what comes
/// next, at `/next`. It knows no web sockets.
public final class NewsServer implements AutoCloseable {
  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  public final LongAdder requests = new LongAdder();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public NewsServer(MessageLog log) throws IOException {
    server = HttpServer.create(LOOPBACK, 200);
    server.setExecutor(threads);
    server.createContext("/now", request -> answer(request, log, Duration.ZERO));
    server.createContext("/next", request -> answer(request, log, LONGEST_WAIT));
    server.start();
  }

  private void answer(HttpExchange request, MessageLog log, Duration wait) throws IOException {
    requests.increment();
    try (request) {
      var query = String.valueOf(request.getRequestURI().getQuery());
      if (!query.matches("seen=\\d{1,9}")) {
        request.sendResponseHeaders(400, -1);
        return;
      }
      var news = log.awaitAfter(Integer.parseInt(query.substring("seen=".length())), wait);
      var body = String.join("\n", news).getBytes(UTF_8); // one message a line
      request.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      request.getResponseBody().write(body);
    } catch (InterruptedException stopped) {
      // so nobody is told
    }
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
