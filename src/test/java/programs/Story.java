package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import workbook.Scenario;
import workbook.explore.FinalStates;

/// What each call of a history answered. The real classes and their models must tell the same
/// story; it is told to [FinalStates].
final class Story {
  private final List<Object> answers = new ArrayList<>();

  /// Something that may throw.
  interface Act {
    void run() throws Exception;
  }

  /// Calls in an order that is forced.
  interface Telling {
    void tell(Story story) throws Exception;
  }

  static Scenario of(Telling telling) {
    return () ->
        List.of(
            () -> {
              var story = new Story();
              telling.tell(story);
              FinalStates.add(story.answers.toString());
            });
  }

  void says(Object... told) {
    answers.addAll(List.of(told));
  }

  /// Says what the act throws.
  void says(Act act) {
    try {
      act.run();
      says("fine");
    } catch (Exception e) {
      says(e.getClass().getSimpleName());
    }
  }

  /// Starts a thread and comes back when it is in the state it is to stay in.
  static Thread started(Thread.State state, Act act) {
    var begun = new AtomicBoolean();
    var thread =
        new Thread(
            () -> {
              begun.set(true);
              try {
                act.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    while (!begun.get() || thread.getState() != state) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
