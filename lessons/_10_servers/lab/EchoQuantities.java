package _10_servers.lab;

import _10_servers.Design;
import java.util.List;
import java.util.stream.IntStream;

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
}
