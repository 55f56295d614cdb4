package _03_races.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import workbook.Outcome;
import workbook.Recorder;
import workbook.Scenario;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Stress;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// Looks for a fault of one program: on real threads, and in every schedule.
final class StressRun {
  private StressRun() {}

  static void stress(
      String group,
      Class<? extends Scenario> program,
      Outcome.Expectation ofFailure,
      int runs,
      Recorder record)
      throws InterruptedException {
    var seen = Stress.of(program, runs);
    record.outcome(group, "good", ACCEPTABLE, seen.runs() - seen.failures(), "it holds");
    record.outcome(group, "failed", ofFailure, seen.failures(), "it does not hold");
    record.outcome(group, "stuck", ofFailure, seen.stuck() ? 1 : 0, "it waits for ever");
  }

  static String explored(Class<? extends Scenario> program) {
    return switch (Explorer.explore(Subject.of(program), Budget.DEFAULT)) {
      case Verdict.Fails fails ->
          "fails within %,d schedules: %s".formatted(fails.schedules(), fails.says());
      case Verdict other -> other.says();
    };
  }
}
