package workbook.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import workbook.Parameters;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.StressOrExplore;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// One visit to a scenario: see every schedule, be the scheduler, or let real threads try.
final class SceneVisit {
  private final Book.Scene scene;
  private final Diary diary;
  private final Dialogue dialogue;

  SceneVisit(Book.Scene scene, Diary diary, Dialogue dialogue) {
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

  private Dialogue.Choices choices(List<Way> ways, int start) {
    var entries = new ArrayList<Dialogue.Entry>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      var label = way.name().toLowerCase(Locale.ROOT);
      entries.add(new Dialogue.Entry(number, label, "", way.detail));
    }
    return new Dialogue.Choices(scene.name(), "", scene.scenario().says(), entries, start);
  }

  private void play() {
    try {
      new Game(scene, Game.session(scene), diary, dialogue).play();
    } catch (Refusal unplayable) {
      dialogue.tell(unplayable.getMessage());
    }
  }

  private void explore() {
    var verdict = Explorer.explore(Subject.of(scene.scenario().type()), Budget.DEFAULT);
    if (!(verdict instanceof Verdict.Refused)) {
      diary.add(Deed.Kind.EXPLORED, scene.name());
    }
    dialogue.read(scene.name(), page -> VerdictText.of(scene, verdict, page));
  }

  /// A visit to the lesson's experiment that runs this scenario on real threads, if it has one.
  private Optional<Visit> stress() {
    for (var place : Book.places(scene.lesson())) {
      if (place.experiment() instanceof StressOrExplore both) {
        return both.pairOf(scene.scenario().type())
            .map(id -> Parameters.of(both.parameters(), Map.of("scenario", id)))
            .map(settings -> new Visit(place, "", settings, diary, dialogue));
      }
    }
    return Optional.empty();
  }
}
