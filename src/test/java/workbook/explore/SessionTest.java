package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import workbook.explore.engine.Schedule;

/// A person can play the scheduler: move, take back, follow hints, win.
final class SessionTest {
  private static final Subject BROKEN = Subject.named("scenarios.LockOrder::bad");

  @Test
  void followingTheHintsBreaksBrokenCode() {
    var session = Explorer.play(BROKEN);
    var deviations = 0;
    while (!session.ended()) {
      var hint = session.hint().orElseThrow();
      if (session.moves().get(hint.next()).deviates()) deviations++;
      session.move(hint.next());
    }
    assertTrue(session.broken());
    assertEquals(1, deviations);
    assertTrue(session.trace().ending().contains("deadlock"), session.trace().ending());
    var replayed = Explorer.replay(BROKEN, Schedule.parse(session.trace().schedule()));
    assertEquals(session.trace(), replayed);
  }

  @Test
  void aMoveTakenBackIsAsIfItHadNeverBeenMade() {
    var session = Explorer.play(BROKEN);
    var moves = session.moves();
    var threads = session.threads();
    session.move(moves.size() - 1);
    session.undo();
    assertEquals(moves, session.moves());
    assertEquals(threads, session.threads());
    session.move(0);
    session.move(0);
    session.restart();
    assertEquals(threads, session.threads());
  }

  @Test
  void threadsShowTheirNextLineAndWhatTheyWaitFor() {
    var session = Explorer.play(BROKEN);
    session.move(0);
    var first = session.threads().get(1);
    assertEquals("T1", first.thread());
    assertTrue(first.source().contains("synchronized"), first::source);
    assertTrue(session.threads().getFirst().waits().contains("main waits"), "main");
  }

  @Test
  void correctCodeHasNoHintAndSaysSo() {
    var session = Explorer.play(Subject.named("scenarios.LockOrder::good"));
    assertTrue(session.hint().isEmpty());
    assertInstanceOf(Verdict.Holds.class, session.verdict());
    while (!session.ended()) session.move(session.moves().size() - 1);
    assertFalse(session.broken());
    assertThrows(IllegalArgumentException.class, () -> session.move(0));
  }
}
