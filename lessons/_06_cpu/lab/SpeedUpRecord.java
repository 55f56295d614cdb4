package _06_cpu.lab;

import java.util.concurrent.Callable;
import workbook.Recorder;

/// Measures and records how many times as fast workers are as the first one, alone.
final class SpeedUpRecord {
  private final long expected;
  private final Recorder record;
  private double aloneMillis;

  SpeedUpRecord(long expected, Recorder record) {
    this.expected = expected;
    this.record = record;
  }

  /// The first call measures one worker alone.
  void measure(String who, int workers, Callable<Long> job) throws Exception {
    var measured = Measurement.of(job);
    var millis = 1_000 * measured.seconds();
    if (aloneMillis == 0) {
      aloneMillis = millis;
    }
    record.sample(SpeedUpFindings.TIME, "ms", who, workers, millis);
    record.sample(SpeedUpFindings.SPEED_UP, "times", who, workers, aloneMillis / millis);
    if (who.equals(SpeedUpFindings.PLATFORM)) {
      var busy = measured.cpuSeconds() / measured.seconds();
      record.sample(SpeedUpFindings.BUSY, "cores", who, workers, busy);
    }
    ResultCheck.record(measured.result() == expected, record);
  }
}
