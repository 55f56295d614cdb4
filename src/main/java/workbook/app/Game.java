package workbook.app;

import workbook.explore.Explorer;
import workbook.explore.Session;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.explore.engine.Ending;
import workbook.view.Page;

/// One game: the person is the scheduler and tries to break a scenario.
final class Game {
  private static final String LETTERS = "123456789";

  private final Book.Scene scene;
  private final Session session;
  private final Diary diary;
  private final Dialogue dialogue;
  private String note;

  Game(Book.Scene scene, Session session, Diary diary, Dialogue dialogue) {
    this.scene = scene;
    this.session = session;
    this.diary = diary;
    this.dialogue = dialogue;
    this.note = "You are the scheduler. " + scene.scenario().says() + " Can you make it fail?";
  }

  /// Opens a scenario for a game. Blocks while the explorer finds out whether it can be broken.
  ///
  /// @throws Refusal when it cannot be explored, or never ends
  static Session session(Book.Scene scene) throws Refusal {
    var session = Explorer.play(Subject.of(scene.scenario().type()));
    var name = scene.name();
    switch (session.verdict()) {
      case Verdict.Refused refused ->
          throw Refusal.environment("%s %s".formatted(name, Sentence.end(refused.says())));
      case Verdict.Fails fails when fails.kind() == Ending.Kind.NO_PROGRESS && calm(fails) ->
          throw Refusal.environment(
              "%s cannot be played, because it never ends: %s.".formatted(name, fails.what()));
      default -> {
        return session;
      }
    }
  }

  private static boolean calm(Verdict.Fails fails) {
    return fails.preemptions() == 0;
  }

  /// Goes on until the person leaves.
  void play() {
    var key = dialogue.press(board());
    while (key.isPresent()) {
      obey(key.get());
      key = dialogue.press(board());
    }
  }

  private void obey(char key) {
    if (key == 't') {
      dialogue.read(scene.name(), this::evidence);
      return;
    }
    note = "";
    switch (key) {
      case 'u' -> session.undo();
      case 'r' -> session.restart();
      case 'h' -> note = hint();
      default -> move(LETTERS.indexOf(key));
    }
  }

  private void move(int shown) {
    session.move(GameText.order(session.moves()).get(shown));
    if (session.ended()) {
      end();
    }
  }

  private void end() {
    note = GameText.result(session);
    if (session.broken() || session.verdict() instanceof Verdict.Holds) {
      diary.add(Deed.Kind.PLAYED, scene.name());
    }
  }

  private Dialogue.Board board() {
    var count = Math.min(LETTERS.length(), session.moves().size());
    var numbers = count == 0 ? "" : count == 1 ? "1 goes on, " : "1-" + count + " choose, ";
    var aside = "moves: %d, unusual: %d".formatted(session.made(), session.deviations());
    return session.ended()
        ? new Dialogue.Board(
            scene.name(), aside, this::draw, "t steps, u take back, r again", "tur", 't')
        : new Dialogue.Board(
            scene.name(),
            aside,
            this::draw,
            numbers + "u take back, r again, h hint",
            LETTERS.substring(0, count) + "urh",
            LETTERS.charAt(Math.max(0, GameText.order(session.moves()).indexOf(0))));
  }

  private String draw(Page page, int lines) {
    return new GameText(session, note, page, lines).toString();
  }

  private String evidence(Page page) {
    return session.trace().text(page.width(), page.colour());
  }

  private String hint() {
    return GameText.hint(session, session.hint());
  }
}
