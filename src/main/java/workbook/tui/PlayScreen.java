package workbook.tui;

import workbook.explore.PlaySession;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.PlayScenario;
import workbook.view.Page;

/// One game: the person is the scheduler and tries to break a scenario.
public final class PlayScreen {
  private static final String LETTERS = "123456789";

  private final PlayScenario game;
  private final Book.ScenarioRef ref;
  private final PlaySession session;
  private final ProgressLog log;
  private final Ui ui;
  private String note;

  public PlayScreen(PlayScenario game, ProgressLog log, Ui ui) {
    this.game = game;
    this.ref = game.ref();
    this.session = game.session();
    this.log = log;
    this.ui = ui;
    this.note = "You are the scheduler. " + ref.scenario().says() + " Can you make it fail?";
  }

  /// Goes on until the person leaves.
  public void show() {
    var key = ui.press(board());
    while (key.isPresent()) {
      obey(key.get());
      key = ui.press(board());
    }
  }

  private void obey(char key) {
    if (key == 't') {
      ui.read(ref.name(), this::evidence);
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
    session.move(PlayBoard.order(session.moves()).get(shown));
    if (session.ended()) {
      end();
    }
  }

  private void end() {
    note = PlayBoard.result(session);
    game.ended(log);
  }

  private Ui.Board board() {
    var count = Math.min(LETTERS.length(), session.moves().size());
    var numbers = count == 0 ? "" : count == 1 ? "1 goes on, " : "1-" + count + " choose, ";
    var aside = "moves: %d, unusual: %d".formatted(session.made(), session.cost());
    return session.ended()
        ? new Ui.Board(ref.name(), aside, this::draw, "t steps, u take back, r again", "tur", 't')
        : new Ui.Board(
            ref.name(),
            aside,
            this::draw,
            numbers + "u take back, r again, h hint",
            LETTERS.substring(0, count) + "urh",
            LETTERS.charAt(Math.max(0, PlayBoard.order(session.moves()).indexOf(0))));
  }

  private String draw(Page page, int lines) {
    return new PlayBoard(session, note, page, lines).toString();
  }

  private String evidence(Page page) {
    return session.trace().text(page.width(), page.colour());
  }

  private String hint() {
    return PlayBoard.hint(session, session.hint());
  }
}
