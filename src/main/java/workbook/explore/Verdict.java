package workbook.explore;

import java.time.Duration;
import java.util.List;

/// What an exploration found out.
public sealed interface Verdict {
  /// What no exploration can find, to be said beside a verdict that nothing fails.
  String OUT_OF_REACH =
      "Not looked for: starvation and unfairness, slowness, failures that need more preemptions"
          + " or more threads than were explored, real input and output, real time, steps inside"
          + " one call of a JDK class, and reorderings beyond old and half-written values.";

  /// One plain sentence.
  String says();

  /// Returns quietly if no schedule fails. What was not judged, or not to the end, does not pass.
  ///
  /// @throws ScheduleFailedError with the whole report if one fails
  /// @throws InconclusiveError if the code cannot be explored, is too long to explore, or goes on
  ///   for ever, so that whatever it checks at its end is not looked at; or if not all schedules
  ///   within the bound were run
  default void orThrow() {
    switch (this) {
      case Holds endless when endless.depth > 0 ->
          throw new InconclusiveError(
              "it goes on for ever, at least in one schedule: nothing fails in the first %,d steps of each, but it passes only if it comes to its end"
                  .formatted(endless.depth));
      case Holds sampled when sampled.coverage == Coverage.SAMPLED ->
          throw new InconclusiveError("not finished: it " + says());
      case Holds _ -> {}
      case Fails fails -> throw new ScheduleFailedError(fails.says(), fails.trace, fails.cause);
      case Refused _, TooLong _, NotFinished _ -> throw new InconclusiveError(says());
    }
  }

  /// No schedule within reach fails.
  ///
  /// @param schedules how many were run; equivalent ones are left out
  /// @param pruned how many runs were stopped because they became equivalent to an earlier one
  /// @param preemptions the bound
  /// @param chance how probable it was, at least, that the samples show a failure that one
  ///   preemption at the right place brings about, from 0 to 1; 0 when that isn't known, or nothing
  ///   was sampled
  /// @param delays the number of delays up to which all schedules were run, too, where there were
  ///   too many within the bound; -1 for none. A delay passes over the thread that would go on by
  ///   default: the running one, or else the oldest that can
  /// @param depth for how many steps each was followed, where the program goes on for ever; 0 where
  ///   each came to its end
  record Holds(
      long schedules,
      long pruned,
      int preemptions,
      Coverage coverage,
      long seed,
      double chance,
      int delays,
      int depth)
      implements Verdict {
    @Override
    public String says() {
      return depth == 0
          ? reach()
          : "%s, for the first %,d steps of each; it goes on for ever".formatted(reach(), depth);
    }

    private String reach() {
      return switch (coverage) {
        case EVERY ->
            schedules == 1
                ? "holds in every schedule; they all come to the same"
                : "holds in every schedule: %,d of them, and all others come to one of these"
                    .formatted(schedules);
        case ALL ->
            "holds in %s with at most %s"
                .formatted(
                    schedules == 1 ? "the one schedule" : "all %,d schedules".formatted(schedules),
                    counted(preemptions, "preemption"));
        case SAMPLED ->
            "holds in %,d schedules, the last ones sampled with seed %d; not all with at most %s"
                    .formatted(schedules, seed, counted(preemptions, "preemption"))
                + (delays < 0 ? "" : ", but all with at most " + counted(delays, "delay"))
                + chances();
      };
    }

    private static String counted(int number, String what) {
      return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private String chances() {
      return chance == 0
          ? ""
          : "; a failure that one preemption brings about would have shown with a probability of at least %s %%"
              .formatted(percent());
    }

    private String percent() {
      var percent = 100 * chance;
      return percent < 1 ? "%.1g".formatted(percent) : "%.0f".formatted(Math.floor(percent));
    }

    /// Whether these were all schedules within the bound, each to its end.
    public boolean complete() {
      return coverage != Coverage.SAMPLED && depth == 0;
    }
  }

  /// One schedule fails.
  ///
  /// @param kind what sort of failure
  /// @param what what went wrong, one sentence
  /// @param facts who waits for what, one sentence each
  /// @param preemptions how many preemptions it takes, see [Budget#preemptions]
  /// @param schedules how many schedules had been run when the search ended
  /// @param trace the run that failed
  record Fails(
      FailureKind kind,
      String what,
      List<String> facts,
      Throwable cause,
      Schedule schedule,
      int preemptions,
      long schedules,
      Trace trace)
      implements Verdict {
    public Fails {
      facts = List.copyOf(facts);
    }

    @Override
    public String says() {
      return "%s: %s".formatted(kind.words(), what);
    }
  }

  /// The explorer cannot judge this code.
  ///
  /// @param what what it did that is not modelled
  record Refused(String what) implements Verdict {
    @Override
    public String says() {
      return "cannot be explored: " + what;
    }
  }

  /// One run goes on for longer than the explorer follows it. That says nothing about the program.
  ///
  /// @param what how long that was, and where it is, in words
  record TooLong(String what) implements Verdict {
    private static final String ADVICE =
        "let its loops make fewer rounds, start fewer threads, or explore a part of it";

    @Override
    public String says() {
      return "too long to explore: %s; %s".formatted(what, ADVICE);
    }
  }

  /// Real time was up before every schedule within the bound was run. No schedule failed so far.
  ///
  /// @param schedules how many were run
  /// @param preemptions the bound that the search had come to
  /// @param patience how long it searched, see [Budget#patience]
  record NotFinished(long schedules, int preemptions, Duration patience) implements Verdict {
    @Override
    public String says() {
      return "not finished: %,d %s with at most %d %s in %s, and there are more"
          .formatted(
              schedules,
              schedules == 1 ? "schedule" : "schedules",
              preemptions,
              preemptions == 1 ? "preemption" : "preemptions",
              time());
    }

    private String time() {
      if (patience.compareTo(Duration.ofSeconds(1)) < 0) {
        return patience.toMillis() + " ms";
      }
      return patience.toSeconds() + (patience.toSeconds() == 1 ? " second" : " seconds");
    }
  }
}
