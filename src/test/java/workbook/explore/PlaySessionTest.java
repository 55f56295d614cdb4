package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A person can play the scheduler: move, take back, follow hints, win.
@Tag("fast")
final class PlaySessionTest {
  private static final Subject BROKEN = Subject.named("scenarios.LockOrder::bad");

  @Test
  void followingTheHintsBreaksBrokenCode() {
    var session = Explorer.play(BROKEN);
    var preemptions = 0;
    while (!session.ended()) {
      var hint = session.hint().orElseThrow();
      if (session.moves().get(hint.next()).cost() > 0) {
        preemptions++;
      }
      session.move(hint.next());
    }
    assertTrue(session.broken());
    assertEquals(1, preemptions);
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
    assertTrue(first.source().get(1).contains("synchronized"), first::toString);
    assertTrue(session.threads().getFirst().waits().contains("main waits"), "main");
  }

  @Test
  void sharedVariablesAreShownWithTheirValuesFromTheBeginning() {
    var session = Explorer.play(Subject.named("scenarios.LostUpdate::bad"));
    assertEquals(List.of("0"), List.copyOf(session.variables().values()));
    while (!session.ended()) {
      session.move(0);
    }
    assertFalse(session.broken(), "one after the other is right");
    assertEquals(List.of("2"), List.copyOf(session.variables().values()));
    session.restart();
    assertEquals(List.of("0"), List.copyOf(session.variables().values()));
  }

  @Test
  void whatThreadsDoNextIsSaidInWords() {
    var session = Explorer.play(Subject.named("scenarios.LostUpdate::bad"));
    assertEquals("begins", session.threads().get(1).does());
    session.move(0);
    assertTrue(session.threads().get(1).does().startsWith("reads "));
    session.move(0);
    assertTrue(session.threads().get(1).does().startsWith("writes "));
    session.move(1);
    assertEquals(1, session.cost());
    session.undo();
    assertEquals(0, session.cost());
    assertEquals(2, session.made());
  }

  @Test
  void correctCodeHasNoHintAndSaysSo() {
    var session = Explorer.play(Subject.named("scenarios.LockOrder::good"));
    assertTrue(session.hint().isEmpty());
    assertInstanceOf(Verdict.Holds.class, session.verdict());
    while (!session.ended()) {
      session.move(session.moves().size() - 1);
    }
    assertFalse(session.broken());
    assertThrows(IllegalArgumentException.class, () -> session.move(0));
  }

  /// In a scenario main only waits; in a program of somebody's own it takes part.
  @Test
  void theMainThreadOfAnOwnProgramIsChosen() {
    var loader = PlaySessionTest.class.getClassLoader();
    var session = Explorer.play(Subject.main(loader, "programs.TwoAdd", List.of(), null));
    assertFalse(session.mainOnlyWaits());
    assertTrue(Explorer.play(BROKEN).mainOnlyWaits());
    assertTrue(session.moves().stream().anyMatch(move -> move.thread().equals("main")));
    for (var hint = session.hint(); hint.isPresent(); hint = session.hint()) {
      session.move(hint.get().next());
    }
    assertTrue(session.broken(), () -> session.trace().toString());
    assertEquals(1, session.cost());
  }

  @Test
  void aScheduleIsFollowedToItsEndAndLeftAtAnyDecision() {
    var fails = (Verdict.Fails) Explorer.explore(BROKEN, Budget.DEFAULT);
    var session = Explorer.play(BROKEN, fails.schedule());
    session.follow(fails.schedule());
    assertEquals(fails.trace(), session.trace());
    assertTrue(session.broken() && session.followed());
    var turn =
        session.decisions().stream()
            .filter(one -> one.moves().get(one.taken()).cost() > 0)
            .findFirst()
            .orElseThrow();
    assertEquals("T1", session.trace().steps().get(turn.after()).preempts());
    session.follow(fails.schedule(), turn.number());
    assertEquals(turn.moves(), session.moves());
    assertEquals(turn.after(), session.trace().steps().size());
    session.move(0);
    session.goOn();
    assertTrue(session.ended());
    assertFalse(session.broken(), "one after the other is right");
    assertInstanceOf(Verdict.Fails.class, session.verdict(), "it is found out when it is asked");
  }

  @Test
  void aScheduleOfAnotherProgramIsRefused() {
    var session = Explorer.play(BROKEN);
    var other = Schedule.parse("900.1");
    assertThrows(IllegalArgumentException.class, () -> session.follow(other));
    assertThrows(IllegalArgumentException.class, () -> session.follow(other, 901));
    assertThrows(IllegalArgumentException.class, () -> Explorer.play(BROKEN, other));
    session.move(0);
    assertEquals(1, session.made(), "the game goes on from its beginning");
  }

  @Test
  void aStepTellsTheLocksOfItsThreadAndWhatItWaitsFor() {
    var deadlock = ((Verdict.Fails) Explorer.explore(BROKEN, Budget.DEFAULT)).trace().steps();
    assertEquals(List.of("x"), deadlock.getFirst().holds());
    assertEquals("scenarios/LockOrder.java", deadlock.getFirst().path());
    var last = deadlock.getLast();
    assertEquals(List.of("x"), last.holds());
    assertEquals("y", last.waitsFor());
    assertFalse(last.signal());
  }

  @Test
  void whoWaitsForASignalHasLetTheLockGo() {
    var session = Explorer.play(Subject.named("scenarios.NotifyOne::bad"));
    while (session.trace().steps().stream().noneMatch(Trace.Step::signal)) {
      session.move(0);
    }
    var steps = session.trace().steps();
    var waits = steps.stream().filter(Trace.Step::signal).findFirst().orElseThrow();
    assertEquals(List.of(), waits.holds());
    var before = steps.get(steps.indexOf(waits) - 1);
    assertTrue(before.holds().contains(waits.waitsFor()), before::toString);
  }

  @Test
  void theTextOfItsFilesIsThere() {
    var session = Explorer.play(BROKEN);
    session.move(0);
    session.goOn();
    var text = session.sources().get("scenarios/LockOrder.java");
    var step = session.trace().steps().getFirst();
    assertEquals(step.source(), text.get(step.line() - 1).strip());
  }
}
