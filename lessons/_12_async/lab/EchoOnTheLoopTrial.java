package _12_async.lab;

import _12_async.Loop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import workbook.Chart;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.ServerExperiment;

/// An echo server on one loop has two rude clients and some polite ones: who is answered?
public final class EchoOnTheLoopTrial implements ServerExperiment {
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int SHORT = 100; // bytes; the rude client's are not worth a line

  @Override
  public String id() {
    return "echo-on-the-loop";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 5_000, 1_000, 60_000, "ms to wait for the echo"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var service = new EchoLoopService(ReportingLoop.open(record), HERE, told(record));
    var serving = Thread.ofPlatform().name("server").start(service::serve);
    try {
      try (var clients = new RudeClients(service.address())) {
        clients.observe(with.count("patience"), record);
      }
      PoliteClients.observe(service.address(), record);
    } finally {
      service.close();
      serving.join();
    }
  }

  private static Consumer<ByteBuffer> told(Recorder record) {
    return bytes -> {
      if (bytes.remaining() < SHORT) {
        record.said("server", "heard " + StandardCharsets.UTF_8.decode(bytes));
      }
    };
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return EchoLoopFindings.of(seen, PoliteClients.MESSAGE);
  }

  @Override
  public List<Parameter> serverParameters() {
    return List.of();
  }

  @Override
  public Service open(Parameters with, InetSocketAddress at) throws IOException {
    return new EchoLoopService(new Loop(_ -> {}), at, bytes -> {});
  }
}
