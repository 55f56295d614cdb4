package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workbook.StressExperiment;
import workbook.explore.Budget;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExploreScenario;
import workbook.usecase.PlayScenario;
import workbook.view.VerdictReport;

/// The screen of a scenario: see every schedule, be the scheduler, or let real threads try.
final class ScenarioScreen {
  private final Book.ScenarioRef ref;
  private final ProgressLog log;
  private final Ui ui;

  ScenarioScreen(Book.ScenarioRef ref, ProgressLog log, Ui ui) {
    this.ref = ref;
    this.log = log;
    this.ui = ui;
  }

  private enum Way {
    PLAY("you choose which thread goes on"),
    EXPLORE("every schedule, and the first that fails"),
    STRESS("many times, on real threads");

    private final String detail;

    Way(String detail) {
      this.detail = detail;
    }
  }

  /// Goes on until the person goes back to the lesson.
  void show() {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (stress().isEmpty()) {
      ways.remove(Way.STRESS);
    }
    var chosen = ui.choose(choices(ways, 0));
    while (chosen.isPresent()) {
      var way = ways.get(chosen.getAsInt());
      switch (way) {
        case PLAY -> play();
        case EXPLORE -> explore();
        case STRESS -> stress().orElseThrow().show();
      }
      chosen = ui.choose(choices(ways, (chosen.getAsInt() + 1) % ways.size()));
    }
  }

  private Ui.Choices choices(List<Way> ways, int start) {
    var entries = new ArrayList<Ui.MenuItem>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      var label = way.name().toLowerCase(Locale.ROOT);
      entries.add(new Ui.MenuItem(number, label, "", way.detail));
    }
    return new Ui.Choices(ref.name(), "", ref.scenario().says(), entries, start);
  }

  private void play() {
    try {
      PlayScreen.play(PlayScenario.open(ref), Book.scenarios(ref.lesson()), log, ui);
    } catch (CommandException unplayable) {
      ui.tell(unplayable.getMessage());
    }
  }

  private void explore() {
    var verdict = new ExploreScenario(log).explore(ref, Budget.DEFAULT);
    ui.read(ref.name(), page -> VerdictReport.of(ref.name(), ref.scenario().says(), verdict, page));
  }

  /// The screens of the lesson's experiment that runs this scenario on real threads, if it has one.
  private Optional<ExperimentScreen> stress() {
    for (var experiment : Book.experiments(ref.lesson())) {
      if (experiment.experiment() instanceof StressExperiment stress) {
        return stress
            .settingsFor(ref.scenario().type())
            .map(
                settings -> new ExperimentScreen(experiment, experiment.step(), settings, log, ui));
      }
    }
    return Optional.empty();
  }
}
