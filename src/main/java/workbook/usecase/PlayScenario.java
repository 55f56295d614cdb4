package workbook.usecase;

import java.util.Optional;
import workbook.Sentences;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Subject;
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
    var session = opened(ref.name(), ExploreScenario.subject(ref));
    return new PlayScenario(ref.name(), ref.scenario().says(), Optional.of(ref), session);
  }

  /// Likewise for a program of the person's own.
  public static PlayScenario open(OwnProgram program) throws CommandException {
    var says = "This is %s.".formatted(program.says());
    var session = opened(program.says(), program.subject());
    return new PlayScenario(program.says(), says, Optional.empty(), session);
  }

  private static PlaySession opened(String name, Subject subject) throws CommandException {
    var session = Explorer.play(subject);
    return switch (session.verdict()) {
      case Verdict.Refused refused ->
          throw CommandException.environment(
              "%s %s".formatted(name, Sentences.end(refused.says())));
      case Verdict.TooLong tooLong ->
          throw CommandException.environment(
              "%s is %s".formatted(name, Sentences.end(tooLong.says())));
      case Verdict.Fails fails when neverEnds(fails) ->
          throw CommandException.environment(
              "%s cannot be played, because it never ends: %s.".formatted(name, fails.what()));
      default -> session;
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
