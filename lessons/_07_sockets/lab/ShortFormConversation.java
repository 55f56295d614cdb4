package _07_sockets.lab;

import _07_sockets.ShortForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two clients connect, and two fail before they have closed.
public final class ShortFormConversation implements Experiment {
  @Override
  public String id() {
    return "short-form";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 200, 1, 5_000, "ms until the server gives up reading"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("close() on the last line", "careless client", "patient server"),
        new Chart.Conversation("try-with-resources", "tidy client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      var server = (InetSocketAddress) listening.getLocalSocketAddress();
      compare(ShortFormFindings.THREE_LINES, ShortForm.inThreeLines(server), listening, record);
      compare(ShortFormFindings.ONE_LINE, ShortForm.inOneLine(server), listening, record);
    }
    var patience = with.count("patience");
    fail(new ShortForm.Broken(), "careless client", "patient server", patience, record);
    fail(new ShortForm.Mended(), "tidy client", "server", RecordingSocket.LIMIT, record);
  }

  private static void compare(String how, Socket client, ServerSocket listening, Recorder record)
      throws IOException {
    try (client;
        var server = listening.accept()) {
      record.fact(how, "" + client.getLocalPort());
      record.fact(how + ShortFormFindings.ACCEPTED, "" + server.getPort());
    }
  }

  private static void fail(
      ShortForm client, String name, String server, int patience, Recorder record)
      throws IOException {
    try (var pair = SocketPair.connect(name, server, record)) {
      pair.server().setSoTimeout(patience);
      try {
        client.use(pair.client());
      } catch (IllegalStateException failure) {
        record.turn(name, Party.FAILS + failure.getMessage());
      }
      pair.server().getInputStream().readAllBytes();
    } catch (SocketTimeoutException stillOpen) {
      // The server's socket has recorded it.
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ShortFormFindings.of(seen);
  }
}
