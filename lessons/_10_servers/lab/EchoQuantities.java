package _10_servers.lab;

import _10_servers.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import workbook.Findings;
import workbook.Recorder;
import workbook.Series.Point;

/// What is measured of the echo servers, and under which names.
final class EchoQuantities {
  static final String SERVED = "clients served";
  static final String ANSWERS = "answers a second";
  static final String MEDIAN = "median of the waits";
  static final String TAIL = "99th percentile of the waits";
  static final String WRONG = "wrong answers";
  static final String CONTENT = "clients with all their answers";
  static final String SHARE = "the clients' share of the CPU time";
  static final String OVER = "connections";

  private EchoQuantities() {}

  /// The designs that this machine can run; a note says which it can't.
  ///
  /// @param processes whether those count that start processes
  static List<Design> designs(boolean processes, Recorder record) {
    var wanted =
        Arrays.stream(Design.values()).filter(one -> processes || !one.startsProcesses()).toList();
    wanted.forEach(
        one -> one.missing().ifPresent(why -> record.note(one.id() + " was skipped. " + why)));
    return wanted.stream().filter(one -> one.missing().isEmpty()).toList();
  }

  /// The name of a design in pictures and tables: it says how many of many clients it serves.
  static String name(Design design) {
    var most = design.servedAtOnce(Integer.MAX_VALUE);
    return design.id() + (most == Integer.MAX_VALUE ? " (serves all)" : " (serves " + most + ")");
  }

  /// Numbers of connections: 1, 10, 100 and so on, and the number chosen.
  static List<Integer> steps(int most) {
    var powers = IntStream.iterate(1, step -> step < most, step -> 10 * step);
    return IntStream.concat(powers, IntStream.of(most)).boxed().toList();
  }

  /// 0 where there are no samples.
  static double median(Optional<Point> samples) {
    return samples.map(Point::median).orElse(0.0);
  }

  static Findings nothingAnswered() {
    return Findings.cannotTell(
        "Some of what is compared has no answers. Run it again when the machine is quiet.");
  }

  /// How far the middle half of the samples is spread: 1 where they are all the same.
  static double spread(Point samples) {
    return samples.quantile(0.75) / Math.max(1, samples.quantile(0.25));
  }
}
