package _06_cpu.lab;

import _06_cpu.Piece;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.Recorder;

/// Measures and records how many times as fast a job is done in other ways than the first one.
final class JobTiming {
  private final String name;
  private final Object[] expected;
  private final Recorder record;
  private double firstMillis;

  JobTiming(String name, List<int[]> expected, Recorder record) {
    this.name = name;
    this.expected = expected.toArray();
    this.record = record;
  }

  void measure(String way, Callable<List<int[]>> job) throws Exception {
    var measured = Measurement.of(job);
    var millis = 1_000 * measured.seconds();
    record.sample(ThreeWaysFindings.TIME, "ms", name + ", " + way, millis);
    if (firstMillis == 0) {
      firstMillis = millis;
    } else {
      record.sample(ThreeWaysFindings.SPEED_UP, "times", name + ", " + way, firstMillis / millis);
    }
    ResultCheck.record(Arrays.deepEquals(measured.result().toArray(), expected), record);
  }

  /// How many bytes the pieces and their results are, on their way through pipes.
  void recordBytes(List<Piece> pieces) throws IOException {
    var bytes = 0L;
    for (var piece : pieces) {
      bytes += ProcessPool.sizeOf(piece) + ProcessPool.sizeOf(piece.call());
    }
    record.fact(name + ", bytes for the pipes", "%,d".formatted(bytes));
  }
}
