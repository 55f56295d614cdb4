package _08_timeouts.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import _07_sockets.lab.Party;
import _07_sockets.lab.RecordingServerSocket;
import _07_sockets.lab.RecordingSocket;
import _08_timeouts.IdleClients;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// One client connects and says nothing, a second one says ping: when does the server hear it?
public final class SilentClient implements Experiment {
  static final String SILENT = "silent client";
  private static final String SECOND = "second client";
  private static final int PATIENCE = 1_000;
  static final String READ = "the silent client's read";

  @Override
  public String id() {
    return "idle-clients";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("limit", 200, 50, 1_000, "ms of silence"),
        new Parameter.Toggle("limited", true));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Conversation("One at a time", SILENT, "server", SECOND));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.on("limited") ? with.count("limit") : 0;
    var heard = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var listening = RecordingServerSocket.listening("server", record, SILENT, SECOND)) {
      var address = listening.getLocalSocketAddress();
      try (var silent = RecordingSocket.connected(new Party(SILENT, "server", record), address);
          var second = RecordingSocket.connected(new Party(SECOND, "server", record), address)) {
        second.getOutputStream().write("ping\n".getBytes(UTF_8)); // before its own time runs
        threads.submit(new IdleClients(listening, limit, line -> print(line, heard, record)));
        if (!heard.await(limit > 0 ? Pair.GENEROUS : PATIENCE, TimeUnit.MILLISECONDS)) {
          record.said(SECOND, "still waiting");
        }
        if (limit == 0) {
          silent.shutdownOutput(); // it hangs up
          heard.await(Pair.GENEROUS, TimeUnit.MILLISECONDS);
        }
        record.fact(READ, Ending.of(silent.getInputStream()::read));
      }
    }
  }

  private static void print(String line, CountDownLatch heard, Recorder record) {
    record.said("server", line);
    if (line.equals("ping")) {
      heard.countDown();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return IdleFindings.of(with, seen);
  }
}
