package _01_processes.lab;

import _01_processes.Talker;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;

/// Parent and child talk on a timer, on one output. How long does that take?
public final class TwoTalkers implements Experiment {
  private static final String ORDER = "who spoke (p parent, c child)";
  private static final String TOTAL = "from the first word to the last";

  @Override
  public String id() {
    return "two-talkers";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("lines", 4, 1, 10, "lines each"),
        new Parameter.Count("pause", 250, 0, 2_000, "ms after each line"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Two talkers"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var lines = "" + with.count("lines");
    var talker = JavaProcess.builder(Talker.class, "parent", lines, "" + with.count("pause"));
    var said = Talkers.hear(talker, record, (_, _) -> {});
    record.sample(TOTAL, "ms", "both", (said.getLast().at() - said.getFirst().at()) / 1e6);
    var order = said.stream().map(one -> one.who().substring(0, 1));
    record.fact(ORDER, order.collect(Collectors.joining(" ")));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var expected = IntStream.rangeClosed(1, with.count("lines"));
    var lines = expected.mapToObj(n -> "line %d of %d".formatted(n, with.count("lines"))).toList();
    var pairs = ParentAndChild.all(seen);
    return answer(with, seen)
        .claim(
            "Each says its own lines in order.",
            !pairs.isEmpty() && pairs.stream().allMatch(pair -> pair.bothSay(lines)),
            "who spoke: " + seen.fact(ORDER).orElse("nobody"))
        .claim(
            "The parent goes on only after the child's last word.",
            !pairs.isEmpty() && pairs.stream().allMatch(ParentAndChild::goesOnLast),
            "who spoke: " + seen.fact(ORDER).orElse("nobody"));
  }

  private static Findings answer(Parameters with, Observations seen) {
    var total = Readings.median(seen, TOTAL, "both");
    if (total == 0 || total > 2.0 * with.count("lines") * with.count("pause")) {
      return Findings.cannotTell("The child took too long to start. Choose a longer pause.");
    }
    return Findings.answer("%.0f".formatted(total));
  }
}
