package workbook.tui;

import java.util.List;
import java.util.Optional;
import workbook.explore.PlaySession;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.PlayScenario;
import workbook.view.Page;
import workbook.view.PlayWords;

/// One game: the person is the scheduler. They win by breaking a scenario, best in the fewest
/// forced moves, or by claiming rightly that no schedule can.
public final class PlayScreen {
  private static final String LETTERS = "123456789";

  private final PlayScenario game;
  private final PlaySession session;
  private final ProgressLog log;
  private final Ui ui;
  private String note;
  private boolean won;

  private PlayScreen(PlayScenario game, String level, ProgressLog log, Ui ui) {
    this.game = game;
    this.session = game.session();
    this.log = log;
    this.ui = ui;
    this.note = level + game.says() + " " + PlayWords.GOAL;
  }

  /// Plays a level, and those after it as long as the person goes on. Levels that cannot be played
  /// are left out.
  ///
  /// @param first the level to begin with: one of them, or a program of the person's own
  public static void play(
      PlayScenario first, List<Book.ScenarioRef> levels, ProgressLog log, Ui ui) {
    Optional<PlayScenario> game = Optional.of(first);
    while (game.isPresent()) {
      var at = game.get().ref().map(levels::indexOf).orElse(-1);
      var level = at < 0 ? "" : "Level %d of %d. ".formatted(at + 1, levels.size());
      if (!new PlayScreen(game.get(), level, log, ui).show()) {
        return;
      }
      if (at < 0) {
        return;
      }
      game = firstPlayable(levels.subList(at + 1, levels.size()));
    }
    ui.tell("That was the last level.");
  }

  private static Optional<PlayScenario> firstPlayable(List<Book.ScenarioRef> levels) {
    for (var level : levels) {
      try {
        return Optional.of(PlayScenario.open(level));
      } catch (CommandException notPlayable) {
        // the next one, then
      }
    }
    return Optional.empty();
  }

  /// Goes on until the person leaves.
  ///
  /// @return whether they want to play the next level
  private boolean show() {
    var key = ui.press(board());
    while (key.isPresent() && key.get() != 'n') {
      obey(key.get());
      key = ui.press(board());
    }
    return key.isPresent();
  }

  private void obey(char key) {
    if (key == 't') {
      ui.read(game.name(), this::evidence);
      return;
    }
    note = "";
    switch (key) {
      case 'u' -> session.undo();
      case 'r' -> session.restart();
      case 'h' -> note = PlayWords.hint(session);
      case 'c' -> claim();
      default -> move(LETTERS.indexOf(key));
    }
  }

  private void move(int shown) {
    session.move(PlayWords.order(session.moves()).get(shown));
    if (session.ended()) {
      note = PlayWords.result(session);
      if (session.broken()) {
        win();
      }
    }
  }

  /// Claims that no schedule can break it.
  private void claim() {
    note = PlayWords.judged(session);
    if (game.cannotBeBroken()) {
      win();
    }
  }

  private void win() {
    won = true;
    game.won(log);
  }

  private Ui.Board board() {
    var count = Math.min(LETTERS.length(), session.moves().size());
    var aside = "moves %d, forced %d".formatted(session.made(), session.cost());
    var next = won && game.ref().isPresent() ? "n next level, " : "";
    if (session.ended()) {
      var preset = won ? 'n' : 't';
      var keys = next + "t steps, Enter is " + preset + ", u take back, r again, h hint, c claim";
      return new Ui.Board(game.name(), aside, this::draw, keys, won ? "nturhc" : "turhc", preset);
    }
    var preset = LETTERS.charAt(Math.max(0, PlayWords.order(session.moves()).indexOf(0)));
    var numbers = count == 1 ? "1 goes on" : "1-" + count + " choose, Enter is " + preset;
    return new Ui.Board(
        game.name(),
        aside,
        this::draw,
        next + numbers + ", u take back, r again, h hint, c claim",
        LETTERS.substring(0, count) + "urhc" + (won ? "n" : ""),
        preset);
  }

  private String draw(Page page, int lines) {
    return new PlayBoard(session, note, page, lines).toString();
  }

  private String evidence(Page page) {
    return session.trace().text(page.width(), page.colour());
  }
}
