package _07_sockets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _07_sockets.PartialReads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Recorder;

/// A ping in two writes while somebody reads, again and again, on one connection.
final class LeftToLuck {
  static final String ONE_READ = "whole, one read";
  static final String TWO_READS = "whole, two reads";
  static final String SPOILED = "not whole";

  private LeftToLuck() {}

  static void run(int rounds, Recorder record) throws Exception {
    var seen = new HashMap<String, Integer>();
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(listening.getInetAddress(), listening.getLocalPort());
        var server = listening.accept()) {
      client.setTcpNoDelay(true); // or the kernel keeps "ng" until "pi" is confirmed
      server.setSoTimeout(RecordingSocket.LIMIT);
      for (var round = 0; round < rounds; round++) {
        record.progress(round, rounds);
        var reading = new FutureTask<>(() -> readsOfOnePing(server));
        Thread.startVirtualThread(reading);
        client.getOutputStream().write("pi".getBytes(UTF_8));
        client.getOutputStream().write("ng".getBytes(UTF_8));
        seen.merge(reading.get(RecordingSocket.LIMIT, TimeUnit.MILLISECONDS), 1, Integer::sum);
      }
    }
    record.outcome(
        ONE_READ, INTERESTING, seen.getOrDefault(ONE_READ, 0), "both writes had arrived");
    record.outcome(
        TWO_READS, ACCEPTABLE, seen.getOrDefault(TWO_READS, 0), "a read came between them");
    record.outcome(
        SPOILED, FORBIDDEN, seen.getOrDefault(SPOILED, 0), "bytes were lost or mixed up");
  }

  private static String readsOfOnePing(Socket server) throws IOException {
    var bytes = new CountingInputStream(server.getInputStream());
    var ping = new PartialReads.Mended().readPing(bytes, 4);
    if (!ping.equals("ping")) {
      return SPOILED;
    }
    return bytes.reads() == 1 ? ONE_READ : TWO_READS;
  }
}
