package _14_memory.lab;

import static workbook.Outcome.Expectation.FORBIDDEN;

import _14_memory.LitmusProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import workbook.Recorder;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.Program;
import workbook.explore.Verdict;

/// One variant of a litmus test, for example with volatile fields.
///
/// @param name its heading in the table
/// @param rows every outcome that it could have, allowed or not
/// @param fresh makes it for real threads
/// @param refusing a program for the explorer that runs it, and fails when it ends in the given way
record LitmusVariant(
    String name,
    List<LitmusRow> rows,
    Supplier<LitmusProgram> fresh,
    Function<String, Program> refusing) {
  private static final Budget BUDGET = Budget.DEFAULT.withPreemptions(3);

  /// Which outcomes some schedule has. Explores once for each of them.
  ///
  /// @throws IllegalStateException if the explorer cannot tell, with the reason
  List<String> explored() {
    return rows.stream().map(LitmusRow::outcome).filter(this::isFound).toList();
  }

  private boolean isFound(String outcome) {
    return switch (Explorer.explore(refusing.apply(outcome), BUDGET)) {
      case Verdict.Fails fails when fails.kind() == FailureKind.ASSERTION -> true;
      case Verdict.Fails fails when fails.kind() == FailureKind.DATA_RACE -> false;
      case Verdict.Holds holds when holds.complete() -> false;
      case Verdict other -> throw new IllegalStateException(other.says());
    };
  }

  /// How its trials on real threads ended, beside what the explorer finds.
  void record(List<String> found, Map<String, Long> counts, Recorder record) {
    for (var row : rows) {
      var meaning = row.meaning() + (found.contains(row.outcome()) ? "; explored" : "; not found");
      record.outcome(
          name, row.outcome(), row.expected(), counts.getOrDefault(row.outcome(), 0L), meaning);
    }
    rows.forEach(row -> counts.remove(row.outcome()));
    counts.forEach((odd, count) -> record.outcome(name, odd, FORBIDDEN, count, "no row has it"));
  }

  /// Runs a program once on threads of its own, and fails when it ends in this way.
  static void refuse(LitmusProgram program, String outcome) throws Exception {
    var threads = new ArrayList<Thread>();
    for (var body : program.bodies()) {
      threads.add(new Thread(() -> run(body)));
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    if (program.outcome().equals(outcome)) {
      throw new AssertionError(outcome);
    }
  }

  private static void run(LitmusProgram.Body body) {
    try {
      body.run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
