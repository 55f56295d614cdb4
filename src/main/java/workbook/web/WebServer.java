package workbook.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import workbook.grade.Grader;
import workbook.io.Invocation;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.OwnProgram;

/// Serves the book to browsers on this machine.
public final class WebServer implements AutoCloseable {
  /// The largest form, in bytes: an answer, with each letter as nine of a form's at worst.
  private static final int LARGEST = 1 << 19;

  /// What is shorter gains nothing from being compressed, in bytes.
  private static final int SHORT = 1 << 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Guard guard;
  private final PageRuns runs;
  private final Exercises exercises;
  private final Presence presence = new Presence(System::nanoTime);
  private final Site site;

  private WebServer(
      Book book,
      Path home,
      Grader.Factory graders,
      ProgressLog log,
      Optional<OwnProgram.Request> own,
      int port)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    guard = new Guard(server.getAddress().getPort());
    runs = new PageRuns(log);
    exercises = new Exercises(book, home, graders, log);
    var programs = new PlayablePrograms(book, own.map(OwnFile::new), log);
    var command =
        own.map(file -> "open %s".formatted(file.words())).orElse("open")
            + " --port=%d".formatted(server.getAddress().getPort());
    site = new Site(book, log, runs, exercises, programs, presence, Invocation.of(command));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /// Starts it on loopback.
  ///
  /// @param home the folder that holds `lessons/` and the learner's files
  /// @param port 0 for one that is free
  /// @throws IOException if the port is taken
  public static WebServer start(
      Book book, Path home, Grader.Factory graders, ProgressLog log, int port) throws IOException {
    return start(book, home, graders, log, Optional.empty(), port);
  }

  /// Likewise, with a page for a file of the learner's own, at `/own`.
  ///
  /// @throws IOException if the port is taken
  public static WebServer start(
      Book book,
      Path home,
      Grader.Factory graders,
      ProgressLog log,
      Optional<OwnProgram.Request> own,
      int port)
      throws IOException {
    var server = new WebServer(book, home, graders, log, own, port);
    server.server.start();
    return server;
  }

  /// Where a browser finds a page, token and all.
  ///
  /// @param path begins with a slash
  public String address(String path) {
    return guard.address(path);
  }

  /// Blocks until a page was open and the last one has been closed for a few seconds.
  public void awaitLastPage() throws InterruptedException {
    presence.awaitEnd();
  }

  /// Ends the server, and the run that goes on. Blocks until it has ended, for some seconds at
  /// most.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      runs.end();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
    exercises.close();
  }

  private void handle(HttpExchange request) {
    try (request) {
      var answer = answer(request);
      send(request, wantsPage(request) ? answer.asPage() : answer);
    } catch (IOException gone) {
      // The browser has turned away.
    }
  }

  /// Whether a person has gone there; a script takes whatever comes.
  private static boolean wantsPage(HttpExchange request) {
    var accepted = request.getRequestHeaders().getFirst("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private Response answer(HttpExchange request) throws IOException {
    var refused = guard.refuse(request);
    if (refused.isPresent()) {
      return refused.get();
    }
    var address = request.getRequestURI();
    var path = address.getPath().substring(1).split("/", -1);
    var query = address.getQuery() == null ? "" : address.getQuery();
    var body = request.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return Response.says(413, "That's too much.");
    }
    Map<String, String> form;
    try {
      var fields = address.getRawQuery() == null ? "" : address.getRawQuery();
      form =
          request.getRequestMethod().equals("GET")
              ? form(fields)
              : form(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Response.says(400, "The form is malformed.");
    }
    try {
      return site.answer(request.getRequestMethod(), path, query, form);
    } catch (RuntimeException fault) {
      return Response.says(500, "The workbook itself failed: " + fault);
    }
  }

  private static Map<String, String> form(String fields) {
    var values = new HashMap<String, String>();
    for (var field : fields.split("&")) {
      var at = field.indexOf('=');
      if (at > 0) {
        values.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
      }
    }
    return values;
  }

  /// @throws IllegalArgumentException if it isn't encoded as forms are
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange request, Response response) throws IOException {
    var headers = request.getResponseHeaders();
    headers.set("Content-Type", response.type());
    headers.set(
        ContentPolicy.HEADER,
        response.type().startsWith("image/") ? ContentPolicy.PICTURE : ContentPolicy.PAGE);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    response.headers().forEach(headers::set);
    var body = response.body();
    var accepted = request.getRequestHeaders().getFirst("Accept-Encoding");
    if (body.length > SHORT && accepted != null && accepted.contains("gzip")) {
      headers.set("Content-Encoding", "gzip");
      body = compressed(body);
    }
    request.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      request.getResponseBody().write(body);
    }
  }

  private static byte[] compressed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
