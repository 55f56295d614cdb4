package workbook.tui;

import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.view.Page;
import workbook.view.Sentences;

/// One game: the person is the scheduler and tries to break a scenario.
public final class PlayScreen {
  private static final String LETTERS = "123456789";

  private final Book.ScenarioRef ref;
  private final PlaySession session;
  private final ProgressLog log;
  private final Ui ui;
  private String note;

  public PlayScreen(Book.ScenarioRef ref, PlaySession session, ProgressLog log, Ui ui) {
    this.ref = ref;
    this.session = session;
    this.log = log;
    this.ui = ui;
    this.note = "You are the scheduler. " + ref.scenario().says() + " Can you make it fail?";
  }

  /// Opens a scenario for a game. Blocks while the explorer finds out whether it can be broken.
  ///
  /// @throws Refusal when it cannot be explored, or never ends
  public static PlaySession session(Book.ScenarioRef ref) throws CommandException {
    var session = Explorer.play(Subject.of(ref.scenario().type()));
    var name = ref.name();
    switch (session.verdict()) {
      case Verdict.Refused refused ->
          throw CommandException.environment(
              "%s %s".formatted(name, Sentences.end(refused.says())));
      case Verdict.Fails fails
          when fails.kind() == FailureKind.NO_PROGRESS && needsNoPreemption(fails) ->
          throw CommandException.environment(
              "%s cannot be played, because it never ends: %s.".formatted(name, fails.what()));
      default -> {
        return session;
      }
    }
  }

  private static boolean needsNoPreemption(Verdict.Fails fails) {
    return fails.preemptions() == 0;
  }

  /// Goes on until the person leaves.
  public void play() {
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
    if (session.broken() || session.verdict() instanceof Verdict.Holds) {
      log.add(ProgressEvent.Kind.PLAYED, ref.name());
    }
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
