package _07_sockets.lab;

import _07_sockets.Dialogue;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.FutureTask;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A client that speaks first meets a server that listens first. Then two meet that both listen.
public final class DialogueConversation implements Experiment {
  @Override
  public String id() {
    return "dialogue";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("messages", 3, 1, 20, "messages"),
        new Parameter.Count("patience", 100, 1, 5_000, "ms until a silent read is given up"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("Both begin with read()", "listener 1", "listener 2"),
        new Chart.Conversation("The client speaks first", "client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var pair = SocketPair.connect("listener 1", "listener 2", record)) {
      pair.client().setSoTimeout(with.count("patience"));
      pair.server().setSoTimeout(with.count("patience"));
      var one = listenFirst(pair.client());
      var two = listenFirst(pair.server());
      SocketPair.await(one);
      SocketPair.await(two);
    }
    try (var pair = SocketPair.connect("client", "server", record)) {
      var server = listenFirst(pair.server());
      var answers = Dialogue.speakFirst(pair.client(), with.count("messages"));
      record.fact(DialogueFindings.ANSWERS, "" + answers);
      pair.client().close();
      SocketPair.await(server);
    }
  }

  private static FutureTask<Integer> listenFirst(Socket peer) {
    var listening = new FutureTask<>(() -> Dialogue.listenFirst(peer));
    Thread.startVirtualThread(listening);
    return listening;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return DialogueFindings.of(with.count("messages"), seen);
  }
}
