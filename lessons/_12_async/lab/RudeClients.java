package _12_async.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import workbook.Recorder;

/// Two clients as no server likes them: one sends without end and never reads, the other vanishes
/// in the middle of a word. And a polite one.
final class RudeClients implements AutoCloseable {
  private static final int LIMIT_MS = 120_000; // reached only when something is wrong
  private static final int TRIES = 20;
  private static final long PAUSE_MS = 10;

  private final SocketChannel neverReads = SocketChannel.open();
  private final Socket polite = new Socket();

  /// Connects. The two are rude, and the polite one says ping. Blocks until the one that never
  /// reads can send no more.
  RudeClients(InetSocketAddress server) throws IOException, InterruptedException {
    neverReads.connect(server);
    neverReads.configureBlocking(false);
    var bytes = ByteBuffer.allocate(1 << 16);
    for (var full = 0; full < TRIES; ) { // what was sent makes its way through the kernel
      if (neverReads.write(bytes.clear()) == 0) {
        full++;
        Thread.sleep(PAUSE_MS);
      } else {
        full = 0;
      }
    }
    try (var vanishes = SocketChannel.open(server)) {
      vanishes.write(ByteBuffer.wrap("pi".getBytes(StandardCharsets.UTF_8)));
      vanishes.setOption(StandardSocketOptions.SO_LINGER, 0); // closing sends a reset
    }
    polite.connect(server, LIMIT_MS);
    polite.getOutputStream().write("ping".getBytes(StandardCharsets.UTF_8));
  }

  private boolean politeHears(int patience) throws IOException {
    polite.setSoTimeout(patience);
    try {
      var echo = new String(polite.getInputStream().readNBytes(4), StandardCharsets.UTF_8);
      return echo.equals("ping");
    } catch (SocketTimeoutException silence) {
      return false;
    }
  }

  /// Whether the polite one hears its echo while the other never reads, and if not, afterwards.
  void observe(int patience, Recorder record) throws IOException {
    var meanwhile = politeHears(patience);
    neverReads.close();
    record.fact("echo while the others are rude", Boolean.toString(meanwhile));
    record.fact("echo in the end", Boolean.toString(meanwhile || politeHears(patience)));
  }

  @Override
  public void close() throws IOException {
    neverReads.close();
    polite.close();
  }
}
