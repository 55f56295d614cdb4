package workbook.usecase;

import java.util.Optional;
import workbook.Sentences;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Schedule;
import workbook.explore.SearchWatch;
import workbook.explore.Verdict;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Lets a person be the scheduler of a scenario, or of a program of their own. A scenario that is
/// won counts for their progress: they broke the code, or claimed rightly that no schedule can.
public final class PlayScenario {
  private final String name;
  private final String says;
  private final Optional<Book.ScenarioRef> ref;
  private final PlaySession session;

  private PlayScenario(
      String name, String says, Optional<Book.ScenarioRef> ref, PlaySession session) {
    this.name = name;
    this.says = says;
    this.ref = ref;
    this.session = session;
  }

  /// Opens a scenario for a game. Blocks while the explorer finds out whether it can be broken.
  ///
  /// @throws CommandException when it cannot be explored, is too long for it, or never ends
  public static PlayScenario open(Book.ScenarioRef ref) throws CommandException {
    return playable(open(ref, new SearchWatch()));
  }

  /// Likewise for a program of the person's own.
  public static PlayScenario open(OwnProgram program) throws CommandException {
    return playable(open(program, new SearchWatch()));
  }

  /// Opens a scenario, whether it can be played or not, see [#whyNot]. Another thread may watch the
  /// search, and end it.
  public static PlayScenario open(Book.ScenarioRef ref, SearchWatch watch) {
    return of(ref, Explorer.play(ExploreScenario.subject(ref), watch));
  }

  /// Likewise for a program of the person's own.
  public static PlayScenario open(OwnProgram program, SearchWatch watch) {
    return of(program, Explorer.play(program.subject(), watch));
  }

  /// Opens a scenario of which a schedule is known, without a search.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule is of another
  ///   scenario
  public static PlayScenario at(Book.ScenarioRef ref, Schedule schedule) {
    return of(ref, Explorer.play(ExploreScenario.subject(ref), schedule));
  }

  /// Likewise for a program of the person's own.
  public static PlayScenario at(OwnProgram program, Schedule schedule) {
    return of(program, Explorer.play(program.subject(), schedule));
  }

  private static PlayScenario of(Book.ScenarioRef ref, PlaySession session) {
    return new PlayScenario(ref.name(), ref.scenario().says(), Optional.of(ref), session);
  }

  private static PlayScenario of(OwnProgram program, PlaySession session) {
    var says = "This is %s.".formatted(program.says());
    return new PlayScenario(program.says(), says, Optional.empty(), session);
  }

  private static PlayScenario playable(PlayScenario game) throws CommandException {
    var whyNot = game.whyNot();
    if (whyNot.isPresent()) {
      throw CommandException.environment(whyNot.get());
    }
    return game;
  }

  /// Why it cannot be played, a sentence; empty when it can.
  public Optional<String> whyNot() {
    return switch (session.verdict()) {
      case Verdict.Refused refused ->
          Optional.of("%s %s".formatted(name, Sentences.end(refused.says())));
      case Verdict.TooLong tooLong ->
          Optional.of("%s is %s".formatted(name, Sentences.end(tooLong.says())));
      case Verdict.Fails fails when neverEnds(fails) ->
          Optional.of(
              "%s cannot be played, because it never ends: %s.".formatted(name, fails.what()));
      default -> Optional.empty();
    };
  }

  private static boolean neverEnds(Verdict.Fails fails) {
    return fails.kind() == FailureKind.NO_PROGRESS && fails.preemptions() == 0;
  }

  /// What to call it on a screen.
  public String name() {
    return name;
  }

  /// What it is about, a sentence.
  public String says() {
    return says;
  }

  /// Which of the book's scenarios it is; empty for the person's own program.
  public Optional<Book.ScenarioRef> ref() {
    return ref;
  }

  /// The game as it stands.
  public PlaySession session() {
    return session;
  }

  /// Whether the explorer has shown that no schedule within its bound breaks it.
  public boolean cannotBeBroken() {
    return session.verdict() instanceof Verdict.Holds holds && holds.complete();
  }

  /// Notes in the log that the person has won.
  public void won(ProgressLog log) {
    ref.ifPresent(one -> log.add(ProgressEvent.Kind.PLAYED, one.name()));
  }
}
