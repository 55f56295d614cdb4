package _10_servers.lab;

import _10_servers.Backpressure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A client sends a lot and reads nothing. How much does the server keep for it?
public final class BackpressureTrial implements Experiment {
  private static final int MEGABYTE = 1_000_000;

  @Override
  public String id() {
    return "backpressure";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("megabytes", 64, 32, 100, "MB"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("What the client could send", BackpressureFindings.SENT, false),
        new Chart.Bars("What the server keeps", BackpressureFindings.KEPT, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var bytes = (long) MEGABYTE * with.count("megabytes");
    run(BackpressureFindings.BROKEN, new Backpressure.Broken(), bytes, record);
    run(BackpressureFindings.MENDED, new Backpressure.Mended(), bytes, record);
  }

  private static void run(String series, Backpressure echo, long bytes, Recorder record)
      throws Exception {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = ServerSocketChannel.open().bind(here);
        var client = new WritingClient(server.getLocalAddress(), bytes);
        var accepted = server.accept();
        var reader = new EchoThread(() -> echo.read(accepted));
        var _ = new EchoThread(() -> echo.write(accepted))) {
      var sent = client.send(reader::waits);
      record.sample(BackpressureFindings.SENT, "MB", series, sent / 1e6);
      record.sample(BackpressureFindings.KEPT, "MB", series, echo.waiting() / 1e6);
      record.sample(BackpressureFindings.BACK, "MB", series, client.receive() / 1e6);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return BackpressureFindings.of(with.count("megabytes"), seen);
  }
}
