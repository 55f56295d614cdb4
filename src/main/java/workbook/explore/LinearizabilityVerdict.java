package workbook.explore;

/// What came of comparing small concurrent programs with the same calls one after the other.
public sealed interface LinearizabilityVerdict {
  /// One plain sentence, or a table and a sentence.
  String says();

  /// In every program, under every schedule within the bound, some order explains what came back.
  ///
  /// @param programs how many were explored
  /// @param schedules how many were run, equivalent ones left out
  /// @param preemptions the bound
  record Linearizable(int programs, long schedules, int preemptions)
      implements LinearizabilityVerdict {
    @Override
    public String says() {
      return "linearizable in all %,d programs of its calls: %,d schedules, with at most %d %s"
          .formatted(
              programs, schedules, preemptions, preemptions == 1 ? "preemption" : "preemptions");
    }
  }

  /// A program fails, and each program with a call less does not.
  ///
  /// @param calls who calls what, a line for each thread
  /// @param run the run that fails
  /// @param schedule repeats this program and this run, see [Linearizability#replay]
  record NotLinearizable(String calls, Verdict.Fails run, String schedule)
      implements LinearizabilityVerdict {
    /// The run that fails, with the schedule that repeats its program, too.
    public Trace trace() {
      return run.trace().repeatedBy(schedule);
    }

    @Override
    public String says() {
      return "%s\n\nin this program:\n%s".formatted(run.says(), calls);
    }
  }

  /// A program could not be judged, or not to the end; none before it failed.
  record Undecided(String calls, Verdict verdict) implements LinearizabilityVerdict {
    @Override
    public String says() {
      return "%s\n\nin this program:\n%s".formatted(verdict.says(), calls);
    }
  }
}
