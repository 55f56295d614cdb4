package workbook.explore.engine;

import java.util.ArrayList;
import java.util.List;

/// Where a run stands when somebody has to decide: what may happen next, and what each thread does.
///
/// @param choices what may happen next, the usual one first; empty when the run has ended
/// @param threads every thread that was started, in that order
/// @param ending how the run ended; null while it has not
public record Situation(List<Choice> choices, List<Standing> threads, Ending ending) {
  public Situation {
    choices = List.copyOf(choices);
    threads = List.copyOf(threads);
  }

  /// Something that may happen next.
  ///
  /// @param thread the thread that goes on
  /// @param wake why it goes on; null when it does anyway and the choice is how its step turns out
  /// @param price 1 if it is a deviation from the usual course
  public record Choice(String thread, Wake wake, int price) {}

  /// What a thread is doing.
  ///
  /// @param next where it is in the code: what stands there is its next step
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record Standing(String thread, Site next, String waits, boolean finished) {}

  static Situation of(Run run, Options options, Ending ending) {
    var choices = new ArrayList<Choice>();
    for (var i = 0; options != null && i < options.size(); i++) {
      var thread = options.thread(i);
      choices.add(
          thread == null
              ? new Choice(run.me().name(), null, options.price(i))
              : new Choice(thread.name(), options.wake(i), options.price(i)));
    }
    var standings =
        run.threads().stream()
            .map(
                thread ->
                    new Standing(
                        thread.name(),
                        thread.site(),
                        thread.wait == null || thread.finished() ? "" : Endings.fact(run, thread),
                        thread.finished()))
            .toList();
    return new Situation(choices, standings, ending);
  }
}
