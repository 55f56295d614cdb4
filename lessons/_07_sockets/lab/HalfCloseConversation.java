package _07_sockets.lab;

import _07_sockets.HalfClose;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.FutureTask;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Three clients, each with its own way to say that its numbers have ended.
public final class HalfCloseConversation implements Experiment {
  @Override
  public String id() {
    return "half-close";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 200, 1, 5_000, "ms until the server gives up reading"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("shutdownOutput()", "client", "server"),
        new Chart.Conversation("flush()", "flushing client", "patient server"),
        new Chart.Conversation("close()", "closing client", "lonely server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    ask(new HalfClose.Flush(), "flushing client", "patient server", patience, record);
    ask(new HalfClose.Close(), "closing client", "lonely server", RecordingSocket.LIMIT, record);
    ask(new HalfClose.ShutdownOutput(), "client", "server", RecordingSocket.LIMIT, record);
  }

  private static void ask(
      HalfClose program, String client, String server, int patience, Recorder record)
      throws Exception {
    try (var pair = SocketPair.connect(client, server, record)) {
      pair.server().setSoTimeout(patience);
      var serving = new FutureTask<>(() -> HalfClose.addUp(pair.server()));
      Thread.startVirtualThread(serving);
      try {
        program.ask(pair.client());
      } catch (SocketException closed) {
        // The client's socket has recorded it.
      }
      SocketPair.await(serving);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HalfCloseFindings.of(seen);
  }
}
