package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import workbook.Parameters;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.EnvironmentCheck;

/// A step of a lesson: its question, its run, and what can be done afterwards.
final class StepScreen {
  private final Book.StepRef ref;
  private final String following;
  private final ProgressLog log;
  private final Ui ui;

  /// @param following what comes after this step, in a few words
  StepScreen(Book.StepRef ref, String following, ProgressLog log, Ui ui) {
    this.ref = ref;
    this.following = following;
    this.log = log;
    this.ui = ui;
  }

  private sealed interface Next {
    record Following() implements Next {}

    record TryScenario(Book.ScenarioRef scenario) implements Next {}

    record Again() implements Next {}

    record Window() implements Next {}
  }

  /// Goes through it once or more often.
  ///
  /// @return whether the person wants to go on to what comes after this step
  boolean show() {
    var step = ref.step();
    if (step.kind() == LessonStep.Kind.SCENARIO) {
      var screen = new ScenarioStepScreen(ref, log, ui);
      return show(screen::show, List.of(), () -> {});
    }
    var experiment = ref.experiment().orElseThrow();
    var declared = experiment.experiment().parameters();
    var settings = Parameters.of(declared, step.settings());
    var screen = new ExperimentScreen(experiment, step, settings, log, ui);
    var window = screen.hasChart() && EnvironmentCheck.hasDisplay();
    return show(screen::show, window ? List.of(new Next.Window()) : List.of(), screen::showWindow);
  }

  /// One way through the screens of a step.
  @FunctionalInterface
  private interface Pass {
    boolean show();
  }

  private boolean show(Pass pass, List<Next> more, Runnable window) {
    if (!pass.show()) {
      return false;
    }
    var ways = new ArrayList<Next>(List.of(new Next.Following()));
    ref.scenarios().forEach(scenario -> ways.add(new Next.TryScenario(scenario)));
    ways.add(new Next.Again());
    ways.addAll(more);
    var chosen = ui.choose(choices(ways, 0));
    while (chosen.isPresent()) {
      switch (ways.get(chosen.getAsInt())) {
        case Next.Following _ -> {
          return true;
        }
        case Next.TryScenario(var scenario) -> new ScenarioScreen(scenario, log, ui).show();
        case Next.Again _ -> pass.show();
        case Next.Window _ -> window.run();
      }
      chosen = ui.choose(choices(ways, 0));
    }
    return false;
  }

  private Ui.Choices choices(List<Next> ways, int start) {
    var entries = new ArrayList<Ui.MenuItem>();
    for (var way : ways) {
      var key = Integer.toString(entries.size() + 1);
      entries.add(
          switch (way) {
            case Next.Following _ -> new Ui.MenuItem(key, "next", "", following);
            case Next.TryScenario(var scenario) ->
                new Ui.MenuItem(key, scenario.id(), "", "explore or play it");
            case Next.Again _ -> new Ui.MenuItem(key, "again", "", "the same step once more");
            case Next.Window _ ->
                new Ui.MenuItem(key, "chart", "", "in a window; close it to go on");
          });
    }
    return new Ui.Choices(StepText.title(ref), "", "What next?", entries, start);
  }
}
