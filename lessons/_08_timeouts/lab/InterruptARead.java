package _08_timeouts.lab;

import static _08_timeouts.lab.Pair.GENEROUS;
import static _08_timeouts.lab.Reading.WHILE;

import _08_timeouts.InterruptedRead;
import java.net.Socket;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// A thread reads, nothing comes, and somebody interrupts it: what becomes of the read?
public final class InterruptARead implements Experiment {
  static final String PLATFORM = "platform thread, socket";
  static final String VIRTUAL = "virtual thread, socket";
  static final String CHANNEL = "platform thread, channel";
  static final String SHORT_READS = "platform thread, short reads";
  static final String CLOSED = "socket closed instead";
  static final String FLAG = "marked after its read";
  private static final int SHORT = 10;

  @Override
  public String id() {
    return "interrupt-a-read";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("How each read ended"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    interrupt(PLATFORM, Thread.ofPlatform(), client -> noting(client, record), WHILE, record);
    interrupt(VIRTUAL, Thread.ofVirtual(), InterruptedRead::stream, GENEROUS, record);
    var inShortReads = (Read) client -> InterruptedRead.inShortReads(client, SHORT);
    interrupt(SHORT_READS, Thread.ofPlatform(), inShortReads, GENEROUS, record);
    try (var pair = ChannelPair.connected()) {
      var kind = Thread.ofPlatform();
      var reading = Reading.start(kind, () -> InterruptedRead.channel(pair.client()));
      reading.thread().interrupt();
      Ending.record(CHANNEL, reading.ended(GENEROUS, pair::sendDot), record);
    }
    try (var pair = Pair.connected()) {
      var kind = Thread.ofPlatform();
      var reading = Reading.start(kind, () -> InterruptedRead.stream(pair.client()));
      pair.client().close();
      Ending.record(CLOSED, reading.ended(GENEROUS, pair::sendDot), record);
    }
  }

  private interface Read {
    int from(Socket socket) throws Exception;
  }

  private static void interrupt(
      String who, Thread.Builder kind, Read read, int limit, Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(0);
      var reading = Reading.start(kind, () -> read.from(pair.client()));
      reading.thread().interrupt();
      Ending.record(who, reading.ended(limit, pair::sendDot), record);
    }
  }

  private static int noting(Socket client, Recorder record) throws Exception {
    var got = InterruptedRead.stream(client);
    record.fact(FLAG, Thread.currentThread().isInterrupted() ? "yes" : "no");
    return got;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return InterruptFindings.of(seen);
  }
}
