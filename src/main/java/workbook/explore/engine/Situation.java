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
  /// @param thread the thread that goes on; empty when the choice is about a value
  /// @param wake why it goes on
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
      var name = thread == null ? "" : thread.name();
      choices.add(new Choice(name, options.wake(i), options.price(i)));
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
