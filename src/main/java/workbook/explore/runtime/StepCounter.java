package workbook.explore.runtime;

/// How many steps and loop iterations an execution has made. It ends the execution at a limit.
final class StepCounter {
  private final Execution execution;
  private final ExecutionLimits limits;
  private int steps;
  private int iterations;

  StepCounter(Execution execution, ExecutionLimits limits) {
    this.execution = execution;
    this.limits = limits;
  }

  /// Counts one more step.
  void step() {
    if (++steps > limits.steps()) {
      end(limits.steps() + " steps", execution.currentThread().site);
    }
  }

  /// Counts one more iteration of the loop that begins at this location.
  void iteration(int number) {
    if (++iterations > limits.iterations()) {
      end(limits.iterations() + " rounds of loops", CodeLocation.of(number));
    }
  }

  private void end(String count, CodeLocation where) {
    execution.end(ResultExplainer.noProgress(execution, count, where));
  }

  int steps() {
    return steps;
  }

  int iterations() {
    return iterations;
  }
}
