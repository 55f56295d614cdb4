package workbook.grade;

import java.time.Duration;

/// How long a test may take. Computing is counted in time of the processor, so that a busy machine
/// changes no verdict; waiting in real time during which the test's JVM does next to nothing.
///
/// @param computing of an ordinary test
/// @param exploring of a test that the explorer runs
/// @param waiting of any test
record Limits(Duration computing, Duration exploring, Duration waiting) {
  static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
