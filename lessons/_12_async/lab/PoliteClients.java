package _12_async.lab;

import _12_async.EchoOnTheLoop;
import _12_async.Loop;
import java.net.InetSocketAddress;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Clients of an echo server: one on a loop of its own, and two in Python.
final class PoliteClients {
  static final String MESSAGE = "Привет, loop!";

  private PoliteClients() {}

  /// Blocks until all have left.
  static void observe(InetSocketAddress server, Recorder record) throws Exception {
    try (var loop = ReportingLoop.open(record)) {
      var client = new EchoOnTheLoop(loop);
      record.fact("echo on a loop", loop.run("ask", () -> client.ask(server, MESSAGE)));
    }
    var port = Integer.toString(server.getPort());
    PythonScript.run(Loop.class, "ping_client.py", record, port)
        .forEach(line -> record.said(Said.PYTHON, line));
  }
}
