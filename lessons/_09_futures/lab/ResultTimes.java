package _09_futures.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _09_futures.AsCompleted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Which task's result came when. One thread uses it.
final class ResultTimes implements Consumer<Integer> {
  private final long began;
  private final List<Integer> order = new ArrayList<>();
  private final List<Double> millis = new ArrayList<>();

  ResultTimes(long began) {
    this.began = began;
  }

  @Override
  public void accept(Integer task) {
    add(task, (System.nanoTime() - began) / 1e6);
  }

  private void add(int task, double time) {
    order.add(task);
    millis.add(time);
  }

  void record(String way, Recorder record) {
    var inWords = order.stream().map(String::valueOf).collect(Collectors.joining(" "));
    record.outcome(way, inWords, ACCEPTABLE, 1, "the order of the results");
    record.sample(AsCompletedFindings.FIRST, "ms", way, millis.getFirst());
    record.sample(AsCompletedFindings.LAST, "ms", way, millis.getLast());
  }

  /// Runs the Python twin, which prints a line for each result: way, task, milliseconds.
  static void recordTwin(List<Integer> pauses, Recorder record)
      throws IOException, InterruptedException {
    var ways = new LinkedHashMap<String, ResultTimes>();
    var arguments = pauses.stream().map(String::valueOf).toArray(String[]::new);
    for (var line : PythonScript.run(AsCompleted.class, "as_completed.py", record, arguments)) {
      var cells = line.split("\t");
      ways.computeIfAbsent(cells[0], _ -> new ResultTimes(0))
          .add(Integer.parseInt(cells[1]), Double.parseDouble(cells[2]));
    }
    ways.forEach((way, times) -> times.record(way, record));
  }
}
