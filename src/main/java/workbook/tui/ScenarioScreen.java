package workbook.tui;

import _03_races.StressOrExplore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import workbook.Parameters;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.view.VerdictReport;

/// One visit to a scenario: see every schedule, be the scheduler, or let real threads try.
final class ScenarioScreen {
  private final Book.ScenarioRef scene;
  private final ProgressLog diary;
  private final Ui dialogue;

  ScenarioScreen(Book.ScenarioRef scene, ProgressLog diary, Ui dialogue) {
    this.scene = scene;
    this.diary = diary;
    this.dialogue = dialogue;
  }

  private enum Way {
    PLAY("you choose which thread goes on"),
    EXPLORE("every schedule, and the first that fails"),
    STRESS("very often on real threads");

    private final String detail;

    Way(String detail) {
      this.detail = detail;
    }
  }

  /// Goes on until the person goes back to the lesson.
  void make() {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (stress().isEmpty()) {
      ways.remove(Way.STRESS);
    }
    var chosen = dialogue.choose(choices(ways, 0));
    while (chosen.isPresent()) {
      var way = ways.get(chosen.getAsInt());
      switch (way) {
        case PLAY -> play();
        case EXPLORE -> explore();
        case STRESS -> stress().orElseThrow().make();
      }
      chosen = dialogue.choose(choices(ways, (chosen.getAsInt() + 1) % ways.size()));
    }
  }

  private Ui.Choices choices(List<Way> ways, int start) {
    var entries = new ArrayList<Ui.MenuItem>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      var label = way.name().toLowerCase(Locale.ROOT);
      entries.add(new Ui.MenuItem(number, label, "", way.detail));
    }
    return new Ui.Choices(scene.name(), "", scene.scenario().says(), entries, start);
  }

  private void play() {
    try {
      new PlayScreen(scene, PlayScreen.session(scene), diary, dialogue).play();
    } catch (CommandException unplayable) {
      dialogue.tell(unplayable.getMessage());
    }
  }

  private void explore() {
    var verdict = Explorer.explore(Subject.of(scene.scenario().type()), Budget.DEFAULT);
    if (!(verdict instanceof Verdict.Refused)) {
      diary.add(ProgressEvent.Kind.EXPLORED, scene.name());
    }
    dialogue.read(scene.name(), page -> VerdictReport.of(scene, verdict, page));
  }

  /// A visit to the lesson's experiment that runs this scenario on real threads, if it has one.
  private Optional<ExperimentScreen> stress() {
    for (var place : Book.places(scene.lesson())) {
      if (place.experiment() instanceof StressOrExplore both) {
        return both.pairOf(scene.scenario().type())
            .map(id -> Parameters.of(both.parameters(), Map.of("scenario", id)))
            .map(settings -> new ExperimentScreen(place, "", settings, diary, dialogue));
      }
    }
    return Optional.empty();
  }
}
