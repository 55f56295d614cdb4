package _13_websockets;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/// A client that asks for news, again and again, until it is interrupted or nobody answers.
///
/// @param resource what it asks for, for example `http://127.0.0.1:8080/now`
/// @param heard is called with one message at a time
public record PollLoop(HttpClient http, String resource, Duration pause, Consumer<String> heard)
    implements Runnable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  public static PollLoop polling(
      HttpClient http, String server, Duration interval, Consumer<String> heard) {
    return new PollLoop(http, server + "/now", interval, heard);
  }

  public static PollLoop longPolling(HttpClient http, String server, Consumer<String> heard) {
    return new PollLoop(http, server + "/next", Duration.ZERO, heard);
  }

  @Override
  public void run() {
    try {
      for (var seen = 0; ; Thread.sleep(pause)) {
        var news = ask("?seen=" + seen);
        news.lines().forEach(heard);
        seen += (int) news.lines().count();
      }
    } catch (InterruptedException | IOException theEnd) {
      // Nobody wants to hear more, or nobody answers.
    }
  }

  private String ask(String query) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(resource + query)).timeout(LIMIT).build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the server says " + answer.statusCode());
    }
    return answer.body();
  }
}
