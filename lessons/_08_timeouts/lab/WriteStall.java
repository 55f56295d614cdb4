package _08_timeouts.lab;

import _08_timeouts.LimitedWriter;
import _08_timeouts.StalledWriter;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A client writes to a server that doesn't read: when does it stop, and what can end it?
public final class WriteStall implements Experiment {
  static final String KEPT = "bytes that the kernels kept";
  static final String SOCKET = "a socket";
  static final String CHANNEL = "an asynchronous channel";
  static final String STALLED = "write(), nothing moves";
  static final String CLOSED = "write(), socket closed";
  static final String LIMITED = "write with a limit";
  private static final int MOST = 100_000_000;

  @Override
  public String id() {
    return "write-stall";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("limit", 100, 20, 2_000, "ms without progress"),
        new Parameter.Count("buffer", 16, 4, 256, "kB that the client's kernel is asked to keep"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Written, and read by nobody", KEPT, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    var buffer = with.count("buffer") * 1024;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var pair = Pair.connected()) {
      pair.client().setSendBufferSize(buffer);
      var writer = new StalledWriter(pair.client());
      var writing = threads.submit(() -> writer.write(MOST, limit));
      var stuck = writer.awaitStall(2 * limit);
      record.sample(KEPT, "kB", SOCKET, writer.written() / 1e3);
      if (stuck) {
        Ending.record(STALLED, "waits", record);
        pair.client().close();
      }
      var ended = Ending.of(() -> writing.get(Pair.GENEROUS, TimeUnit.MILLISECONDS));
      Ending.record(stuck ? CLOSED : STALLED, ended, record);
    }
    try (var server = Pair.listening();
        var client = AsynchronousSocketChannel.open()) {
      client.setOption(StandardSocketOptions.SO_SNDBUF, buffer);
      client.connect(server.getLocalSocketAddress()).get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
      var writer = new LimitedWriter(client);
      Ending.record(LIMITED, Ending.of(() -> writer.write(MOST, limit)), record);
      record.sample(KEPT, "kB", CHANNEL, writer.written() / 1e3);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return StallFindings.of(seen);
  }
}
