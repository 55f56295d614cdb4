package _08_timeouts.lab;

import _07_sockets.lab.Party;
import _07_sockets.lab.RecordingSocket;
import _08_timeouts.TwoLimits;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A client with two limits calls a server that never accepts: which of them fires, and when?
public final class ConnectTimeout implements Experiment {
  static final String CONNECT = "the limit of connect()";
  static final String READ = "the limit of read()";
  static final String REFUSED = "neither: the connection is refused";
  static final String WAITED = "time until the client gave up";

  @Override
  public String id() {
    return "connect-timeout";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("queue", "room", "full"),
        new Parameter.Count("limit", 100, 20, 900, "ms for connect() and for read()"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Conversation("A server that never accepts", "client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    try (var server = Pair.listening()) {
      var address = server.getLocalSocketAddress();
      var full = with.choice("queue").equals("full");
      var waiting = full ? TwoLimits.fillQueue(address) : List.<Socket>of();
      record.turn("server", full ? "has a full queue" : "has room in its queue");
      var client = new RecordingSocket(new Party("client", "server", record));
      var watch = Stopwatch.start();
      var fired = ask(client, address, limit);
      record.sample(WAITED, "ms", fired, watch.millis());
      record.outcome(fired, Expectation.ACCEPTABLE, 1, "ended the wait");
      QueueControl.record(fired.equals(full ? READ : CONNECT), waiting.size(), record);
      for (var other : waiting) {
        other.close();
      }
    }
  }

  private static String ask(Socket client, SocketAddress server, int limit) throws IOException {
    try {
      return "answered: " + TwoLimits.ask(client, server, limit);
    } catch (SocketTimeoutException silence) {
      return client.isConnected() ? READ : CONNECT;
    } catch (ConnectException refused) {
      return REFUSED;
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ConnectFindings.of(with, seen);
  }
}
