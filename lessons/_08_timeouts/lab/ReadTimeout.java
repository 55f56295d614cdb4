package _08_timeouts.lab;

import _07_sockets.lab.Party;
import _07_sockets.lab.RecordingServerSocket;
import _07_sockets.lab.RecordingSocket;
import _08_timeouts.LateAnswer;
import _08_timeouts.SlowServer;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A client gives up on one question and asks the next: whose answer does it get?
public final class ReadTimeout implements Experiment {
  static final String SAME = "question 2 on the same connection";
  static final String NEW = "question 2 on a new connection";

  @Override
  public String id() {
    return "read-timeout";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 100, 1, 5_000, "ms for a read"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("One connection, two questions", "client", "server"),
        new Chart.Conversation("A new connection for question 2", "careful client", "same server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    ask(new LateAnswer.Broken(), SAME, "client", "server", limit, record);
    ask(new LateAnswer.Mended(), NEW, "careful client", "same server", limit, record);
  }

  private static void ask(
      LateAnswer program, String where, String client, String server, int limit, Recorder record)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var listening = RecordingServerSocket.listening(server, record, client)) {
      threads.submit(new SlowServer(listening, program.gaveUp()));
      var address = listening.getLocalSocketAddress();
      var party = new Party(client, server, record);
      Callable<Socket> connect = () -> RecordingSocket.connected(party, address);
      record.fact(where, Ending.of(() -> program.ask(connect, limit)));
      program.gaveUp().countDown(); // whatever happened, the server goes on
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LateAnswerFindings.of(with.count("limit"), seen);
  }
}
