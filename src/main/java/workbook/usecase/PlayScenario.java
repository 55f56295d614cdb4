package workbook.usecase;

import workbook.Sentences;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Verdict;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Lets a person be the scheduler of a scenario. A game that is won counts for their progress: they
/// broke the code, or claimed rightly that no schedule can.
public final class PlayScenario {
  private final Book.ScenarioRef ref;
  private final PlaySession session;

  private PlayScenario(Book.ScenarioRef ref, PlaySession session) {
    this.ref = ref;
    this.session = session;
  }

  /// Opens a scenario for a game. Blocks while the explorer finds out whether it can be broken.
  ///
  /// @throws CommandException when it cannot be explored, is too long for it, or never ends
  public static PlayScenario open(Book.ScenarioRef ref) throws CommandException {
    var session = Explorer.play(ExploreScenario.subject(ref));
    switch (session.verdict()) {
      case Verdict.Refused refused ->
          throw CommandException.environment(
              "%s %s".formatted(ref.name(), Sentences.end(refused.says())));
      case Verdict.TooLong tooLong ->
          throw CommandException.environment(
              "%s is %s".formatted(ref.name(), Sentences.end(tooLong.says())));
      case Verdict.Fails fails when neverEnds(fails) ->
          throw CommandException.environment(
              "%s cannot be played, because it never ends: %s."
                  .formatted(ref.name(), fails.what()));
      default -> {
        return new PlayScenario(ref, session);
      }
    }
  }

  private static boolean neverEnds(Verdict.Fails fails) {
    return fails.kind() == FailureKind.NO_PROGRESS && fails.preemptions() == 0;
  }

  public Book.ScenarioRef ref() {
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
    log.add(ProgressEvent.Kind.PLAYED, ref.name());
  }
}
