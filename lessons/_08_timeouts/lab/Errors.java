package _08_timeouts.lab;

import _07_sockets.lab.SocketPair;
import _08_timeouts.ConnectionErrors;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// The other side isn't there, has closed, or has broken off: what does each call say?
public final class Errors implements Experiment {
  static final String NOBODY = "connect(), nobody listens";
  static final String CLOSED = "read(), server has closed";
  static final String WRITTEN = "write(), server has closed";
  static final String RESET = "read(), server broke off";
  static final String SUCCEEDED = "writes that succeeded";
  private static final int MOST_WRITES = 1_000; // for ten seconds

  @Override
  public String id() {
    return "errors";
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("Writes to a server that has closed", "client", "server"),
        new Chart.Conversation("A server that breaks off", "second client", "rude server"),
        new Chart.Outcomes("What each call said"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var silent = new Socket();
        var client = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // doesn't listen
      var nobody = silent.getLocalSocketAddress();
      Ending.record(NOBODY, Ending.of(() -> ConnectionErrors.connect(client, nobody)), record);
    }
    try (var pair = Pair.connected()) {
      var ended = Ending.of(() -> ConnectionErrors.readAfterClose(pair.client(), pair.server()));
      Ending.record(CLOSED, ended, record);
    }
    try (var pair = SocketPair.connect("client", "server", record)) {
      var succeeded = new AtomicInteger();
      var ended = Ending.of(() -> write(pair, succeeded));
      record.fact(SUCCEEDED, succeeded.toString());
      Ending.record(WRITTEN, ended, record);
    }
    try (var pair = SocketPair.connect("second client", "rude server", record)) {
      var ended = Ending.of(() -> ConnectionErrors.readAfterReset(pair.client(), pair.server()));
      Ending.record(RESET, ended, record);
    }
  }

  private static String write(SocketPair pair, AtomicInteger succeeded) throws Exception {
    ConnectionErrors.writeAfterClose(pair.client(), pair.server(), MOST_WRITES, succeeded);
    return "every time";
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ErrorFindings.of(seen);
  }
}
