package workbook.grade;

import java.time.Duration;

/// How long a test may take. Computing is counted in time of the processor, so that a busy machine
/// changes no verdict; waiting in real time during which the test's JVM does next to nothing.
///
/// @param computing of an ordinary test; a hundred times what a right answer needs
/// @param exploring of a test that the explorer runs: computing, too; a search ends by itself,
///   after so many steps
/// @param waiting longer than any limit in the tests themselves
record TestLimits(Duration computing, Duration exploring, Duration waiting) {
  static final TestLimits DEFAULT =
      new TestLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
