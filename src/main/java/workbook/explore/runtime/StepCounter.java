package workbook.explore.runtime;

/// How many steps and loop iterations an execution has made. It ends the execution at a limit.
final class StepCounter {
  private static final int MOST_CALLS = 5_000_000;
  private static final int MOST_OVERFLOWS = 30;

  /// How far daemons are followed when a JVM would end at any time.
  private static final int STEPS_OF_DAEMONS = 50;

  private static final int ROUNDS_OF_DAEMONS = 1_000;

  private static final ExecutionResult TOO_MANY_CALLS =
      new ExecutionResult.TooLong("one run makes more than %,d calls".formatted(MOST_CALLS), false);
  static final ExecutionResult TOO_MANY_OVERFLOWS =
      new ExecutionResult.TooLong(
          "a recursion goes on after %,d stack overflows".formatted(MOST_OVERFLOWS), false);

  private final Execution execution;
  private final ExecutionLimits limits;
  private int steps;
  private int lastStep = Integer.MAX_VALUE;
  private int lastIteration = Integer.MAX_VALUE;
  private int iterations;
  private int calls;

  /// How often the code under test has caught a full stack. Static, because then there is no room
  /// for finding out which execution it belongs to; only one runs at a time.
  private static int overflows;

  private static Object lastOverflow;

  private int counted;

  StepCounter(Execution execution, ExecutionLimits limits) {
    this.execution = execution;
    this.limits = limits;
  }

  /// Counts one more full stack, however often its error is caught and thrown again.
  static void overflowed(Object error) {
    if (error != lastOverflow) {
      lastOverflow = error;
      overflows++;
    }
  }

  static void forgetOverflows() {
    overflows = 0;
    lastOverflow = null;
  }

  /// Whether a recursion catches its own `StackOverflowError` again and again. It has no other end,
  /// and it asks where the stack is nearly full: so this must take next to none.
  static boolean overflowsTooOften() {
    return overflows > MOST_OVERFLOWS;
  }

  /// Notes that a thread ended.
  ///
  /// @param last whether only daemons are left, so that a JVM ends soon
  void threadEnded(boolean last) {
    lastStep = last ? steps + STEPS_OF_DAEMONS : Integer.MAX_VALUE;
    lastIteration = last ? iterations + ROUNDS_OF_DAEMONS : Integer.MAX_VALUE;
  }

  /// Counts one more step.
  void step() {
    lookUp();
    endWithDaemons(steps >= lastStep);
    if (++steps > limits.steps()) {
      end("%,d steps".formatted(limits.steps()), execution.currentThread().site);
    }
  }

  private void endWithDaemons(boolean due) {
    if (due && execution.scheduler.onlyDaemonsLeft()) {
      execution.approximates();
      execution.end(new ExecutionResult.Passed());
    }
  }

  /// Counts one more iteration of the loop that begins at this location.
  void iteration(int number) {
    lookUp();
    endWithDaemons(iterations >= lastIteration);
    if (++iterations > limits.iterations()) {
      end("%,d rounds of loops".formatted(limits.iterations()), CodeLocation.of(number));
    }
  }

  /// Counts one more call of a method of the code under test.
  void call() {
    lookUp();
    if (++calls > MOST_CALLS) {
      execution.giveUp(TOO_MANY_CALLS);
    }
  }

  /// Ends the execution when somebody interrupts the search: real time is up.
  private void lookUp() {
    if ((++counted & 0xFF) == 0 && execution.isInterrupted()) {
      execution.end(new ExecutionResult.Pruned());
    }
  }

  private void end(String count, CodeLocation where) {
    execution.end(ResultExplainer.tooLong(execution, count, where));
  }

  int steps() {
    return steps;
  }

  int iterations() {
    return iterations;
  }
}
