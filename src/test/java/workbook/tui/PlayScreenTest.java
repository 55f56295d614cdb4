package workbook.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.cli.CapturedConsole;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.usecase.ExitCode;
import workbook.view.PlayWords;

/// `play` without a terminal: a person answers prompts and is the scheduler.
@Tag("fast")
class PlayScreenTest {
  @TempDir Path home;

  private String play(String scenario, String... answers) {
    var said = CapturedConsole.to(String.join("\n", answers) + "\n", home, "play", scenario);
    assertEquals("", said.err());
    assertEquals(ExitCode.DONE, said.code());
    assertFalse(said.out().contains("\033"), "no escape sequence goes into a pipe");
    return said.out();
  }

  @Test
  void anEndOfInputEndsItPolitely() {
    var out = play("tally");
    assertTrue(out.contains("You are the scheduler."), out);
    assertTrue(out.contains("1  T1 begins"), out);
    assertTrue(out.endsWith("\n"), out);
  }

  @Test
  void stoppingOneThreadAtTheRightPlaceBreaksTheCode() {
    var out = play("tally", "1", "1", "2", "2", "2", "1", "t", "q");
    assertTrue(out.contains("T2 begins   (forced: stops T1)"), out);
    assertTrue(out.contains("sum = 1"), out);
    assertTrue(out.contains("You broke it!"), out);
    assertTrue(out.contains("expected 2, saw 1"), out);
    assertTrue(out.contains("It can't be done with"), out);
    assertTrue(out.contains("n next level"), out);
    assertTrue(out.contains("here T1 is stopped and T2 runs"), out);
    assertTrue(CapturedConsole.by(home, "list").out().contains("✓ alpha/tally "), "it is done");
  }

  @Test
  void oneThreadAfterTheOtherHolds() {
    var out = play("tally", "", "", "", "", "", "", "q");
    assertTrue(out.contains("It held this time. Can another order break it?"), out);
    assertFalse(CapturedConsole.by(home, "list").out().contains("✓"), "it is not done");
  }

  @Test
  void aRaceThatFailsNoCheckIsNoRightClaim() {
    var out = play("same-value", "c", "q");
    assertTrue(out.contains("Not quite: it has a data race."), out);
    assertFalse(CapturedConsole.by(home, "list").out().contains("✓"), "it is not done");
  }

  @Test
  void aWrongClaimSaysHowFewForcedMovesBreakIt() {
    var out = play("tally", "c", "q");
    assertTrue(out.contains("There is a schedule that breaks it, with 1 forced move."), out);
    assertFalse(CapturedConsole.by(home, "list").out().contains("✓"), "it is not done");
  }

  @Test
  void afterAWinComesTheNextLevel() {
    var out = play("tally", "1", "1", "2", "2", "2", "1", "n", "c", "q");
    assertTrue(out.contains("Level 1 of 6."), out);
    assertTrue(out.contains("Level 2 of 6."), out);
    assertTrue(out.contains("You win: no schedule can break it."), out);
  }

  @Test
  void withoutANameItBeginsWithTheFirstLevelNotWonYet() {
    play("tally", "1", "1", "2", "2", "2", "1", "q");
    var said = CapturedConsole.to("q\n", home, "play");
    assertTrue(said.out().contains("alpha/tally-mended"), said.out());
  }

  @Test
  void aHintTellsTheMoveThatMatters() {
    var out = play("tally", "1", "1", "h", "2", "h", "q");
    assertTrue(
        out.contains("Hint: One forced move is enough. Now let T2 go on (2). That is the move"),
        out);
    assertTrue(out.contains("Hint: No more forced move is needed. Now let T2 go on (2)."), out);
  }

  @Test
  void aThreadThatWaitsSaysForWhatAndMayWakeForNoReason() {
    var out = play("waits", "1", "1", "q");
    assertTrue(out.contains("waits for a signal on Waits"), out);
    assertTrue(out.contains("1  T1 wakes for no reason   (forced)"), out);
    assertTrue(out.contains("2  T2 begins"), out);
  }

  @Test
  void whoHasDrivenTheThreadsIntoADeadlockReadsWhoWaitsForWhom() {
    var session = Explorer.play(Subject.named("scenarios.LockOrder::bad"));
    while (!session.ended()) {
      session.move(session.hint().orElseThrow().next());
    }
    assertEquals(
        "You broke it! Deadlock: no thread can go on."
            + " T1 waits for the lock y, held by T2, at LockOrder.java:22."
            + " T2 waits for the lock x, held by T1, at LockOrder.java:22."
            + " It can't be done with fewer forced moves.",
        PlayWords.result(session));
  }

  @Test
  void movesAreTakenBackOneByOneOrAllAtOnce() {
    var out = play("tally", "1", "1", "u", "r", "u", "q");
    assertEquals(
        "0 1 2 1 0 0",
        out.lines()
            .filter(line -> line.startsWith("alpha/tally (moves "))
            .map(line -> line.replaceAll(".*moves (\\d+),.*", "$1"))
            .reduce((all, next) -> all + " " + next)
            .orElse(""));
  }

  @Test
  void aRightClaimWins() {
    var out = play("tally-mended", "h", "2", "", "", "", "c", "q");
    assertTrue(out.contains("From here no order fails within 2 more forced moves."), out);
    assertTrue(out.contains("It held this time. Can another order break it?"), out);
    assertTrue(out.contains("You win: no schedule can break it. It holds in every schedule"), out);
    assertTrue(
        CapturedConsole.by(home, "list").out().contains("✓ alpha/tally-mended"), "it is done");
  }

  @Test
  void whatIsNoMoveIsAskedAgain() {
    var out = play("tally", "7", "x", "q");
    assertTrue(out.contains("'7' is not one of the keys."), out);
    assertTrue(out.contains("'x' is not one of the keys."), out);
  }

  @Test
  void codeThatCannotBeControlledIsRefused() {
    var said = CapturedConsole.by(home, "play", "opens");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertEquals("", said.out());
    assertTrue(said.err().startsWith("beta/opens cannot be explored: "), said.err());
    assertTrue(said.err().contains("java.io.FileInputStream"), said.err());
  }

  @Test
  void codeThatNeverEndsIsRefused() {
    var said = CapturedConsole.by(home, "play", "spins");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertTrue(
        said.err().startsWith("beta/spins cannot be played, because it never ends"), said.err());
  }
}
