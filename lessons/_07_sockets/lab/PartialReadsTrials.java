package _07_sockets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import _07_sockets.PartialReads;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Three orders of writes and reads that are made certain, and then many that are left to luck.
public final class PartialReadsTrials implements Experiment {
  private static final PartialReads ONE_READ = new PartialReads.Broken();
  private static final PartialReads UNTIL_WHOLE = new PartialReads.Mended();

  @Override
  public String id() {
    return "partial-reads";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("rounds", 200, 1, 10_000, "rounds left to luck"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("Read after both writes", "client 1", "server 1"),
        new Chart.Conversation("Read after each write", "client 2", "server 2"),
        new Chart.Conversation("Three bytes at a time", "client 3", "server 3"),
        new Chart.Outcomes("Left to luck"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var pair = SocketPair.connect("client 1", "server 1", record)) {
      write("pi", pair.client());
      write("ng", pair.client());
      pair.awaitBytes(4);
      ONE_READ.readPing(pair.server().getInputStream(), 4);
    }
    try (var pair = SocketPair.connect("client 2", "server 2", record)) {
      write("pi", pair.client());
      ONE_READ.readPing(pair.server().getInputStream(), 4);
      write("ng", pair.client());
      ONE_READ.readPing(pair.server().getInputStream(), 4);
    }
    try (var pair = SocketPair.connect("client 3", "server 3", record)) {
      write("pi", pair.client());
      write("ng", pair.client());
      pair.awaitBytes(4);
      UNTIL_WHOLE.readPing(pair.server().getInputStream(), 3);
    }
    LeftToLuck.run(with.count("rounds"), record);
  }

  private static void write(String text, Socket to) throws IOException {
    to.getOutputStream().write(text.getBytes(UTF_8));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PartialReadsFindings.of(seen);
  }
}
