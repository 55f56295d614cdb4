package _10_servers.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import workbook.Recorder;

/// Connects clients to a server, one after the other. All of them stay until it is closed.
final class ConnectionMeter implements AutoCloseable {
  private static final int LIMIT_MS = 60_000; // reached only when something is wrong

  private final String name;
  private final InetSocketAddress server;
  private final Recorder record;
  private final List<Socket> clients = new ArrayList<>();

  /// @param name of the samples
  ConnectionMeter(String name, InetSocketAddress server, Recorder record) {
    this.name = name;
    this.server = server;
    this.record = record;
  }

  /// @param connections how many, and one more that comes first and is not measured
  /// @param weighs whether the memory is measured, too. Other processes of the server must not grow
  ///   meanwhile
  void measure(int connections, boolean weighs) throws IOException {
    timeToAnswer(); // of the first, which waits until the server is ready
    var before = ProcessMemory.of(processes());
    for (var n = 0; n < connections; n++) {
      record.sample(ConnectionCostFindings.TIME, "ms", name, timeToAnswer() / 1e6);
    }
    var after = ProcessMemory.of(processes());
    if (weighs && before.isPresent() && after.isPresent()) {
      var kib = after.get().proportional() - before.get().proportional();
      var each = Math.max(0.1, 1.0 * kib / connections);
      record.sample(ConnectionCostFindings.MEMORY, "KiB", name, each);
    }
  }

  /// In nanoseconds.
  private long timeToAnswer() throws IOException {
    var begin = System.nanoTime();
    var client = new Socket();
    clients.add(client);
    client.connect(server, LIMIT_MS);
    client.setSoTimeout(LIMIT_MS);
    client.getOutputStream().write('?');
    if (client.getInputStream().read() != '?') {
      throw new IOException(name + " gave a wrong answer.");
    }
    return System.nanoTime() - begin;
  }

  private static List<Long> processes() {
    var here = ProcessHandle.current();
    return Stream.concat(Stream.of(here), here.descendants()).map(ProcessHandle::pid).toList();
  }

  @Override
  public void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
  }
}
