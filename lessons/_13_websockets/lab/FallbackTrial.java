package _13_websockets.lab;

import _13_websockets.FallbackClient;
import _13_websockets.MessageLog;
import _13_websockets.NewsPusher;
import _13_websockets.NewsServer;
import _13_websockets.PushClient;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two clients want a web socket; the way of one leads to something that only speaks plain HTTP.
public final class FallbackTrial implements Experiment {
  @Override
  public String id() {
    return "fall-back";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("messages", 20, 2, 1_000, "messages"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("What each client got", FallbackFindings.GOT, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var messages = with.count("messages");
    var log = new MessageLog();
    try (var news = new NewsServer(log);
        var pusher = new NewsPusher(log, Loopback.anyPort());
        var http = Loopback.client()) {
      pusher.open();
      log.append("message 0"); // nobody is there yet
      var resource = Loopback.http(news.address());
      var open = new CopyOnWriteArrayList<String>();
      var blocked = new CopyOnWriteArrayList<String>();
      try (var first = new FallbackClient(http, pusher.address(), resource, open::add);
          var second = new FallbackClient(http, news.address(), resource, blocked::add)) {
        FallbackFindings.transports(first.transport(), second.transport(), record);
        for (var n = 1; n < messages; n++) {
          log.append("message " + n);
          pusher.catchUp();
        }
        Await.until("both have all", () -> Math.min(open.size(), blocked.size()) >= messages);
      }
      FallbackFindings.got(FallbackFindings.OPEN, open, log.after(0), record);
      FallbackFindings.got(FallbackFindings.BLOCKED, blocked, log.after(0), record);
      record.fact(FallbackFindings.PLAIN, plain(http, news.address()));
      http.shutdownNow();
    }
  }

  private static String plain(HttpClient http, InetSocketAddress server)
      throws InterruptedException {
    try (var _ = new PushClient(http, server, _ -> {})) {
      return "a connection";
    } catch (ExecutionException refused) {
      return FallbackFindings.REFUSED;
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return FallbackFindings.of(with.count("messages"), seen);
  }
}
