package _08_timeouts.lab;

import _08_timeouts.NothingToRead;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Reads that find nothing: with no limit, with one, and where nobody waits at all.
public final class SettimeoutThreeWays implements Experiment {
  static final String ZERO = "setSoTimeout(0)";
  static final String SOME = "setSoTimeout above 0";
  static final String STREAM = "stream of a channel's socket";
  static final String CHANNEL = "channel's own read";
  static final String NON_BLOCKING = "configureBlocking(false)";

  @Override
  public String id() {
    return "settimeout-three-ways";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 100, 1, 5_000, "ms"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("How a read ends that finds nothing"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    try (var unlimited = Pair.connected();
        var limited = Pair.connected();
        var stream = ChannelPair.connected();
        var channel = ChannelPair.connected();
        var nonBlocking = ChannelPair.connected()) {
      var zero = start(() -> NothingToRead.socket(unlimited.client(), 0));
      var deaf = start(() -> NothingToRead.channel(channel.client(), limit));
      note(SOME, () -> NothingToRead.socket(limited.client(), limit), record);
      note(STREAM, () -> NothingToRead.channelStream(stream.client(), limit), record);
      note(NON_BLOCKING, () -> NothingToRead.nonBlocking(nonBlocking.client()), record);
      Ending.record(
          ZERO, zero.ended(Reading.WHILE, unlimited::sendDot), record); // two limits have passed
      Ending.record(CHANNEL, deaf.ended(Reading.WHILE, channel::sendDot), record);
    }
    for (var line : PythonScript.run(getClass(), "settimeout.py", record, "" + limit / 1e3)) {
      var cells = line.split("\t");
      Ending.record("Python: " + cells[0], cells[1], record);
    }
  }

  private static Reading start(Callable<Integer> read) throws InterruptedException {
    return Reading.start(Thread.ofVirtual(), read);
  }

  private static void note(String way, Callable<Integer> read, Recorder record)
      throws InterruptedException {
    Ending.record(way, Ending.of(read), record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SettimeoutFindings.of(seen);
  }
}
