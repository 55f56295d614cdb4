package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.BusyRival;
import _04_locks.MovingPoint.Position;
import _04_locks.exercise.GuardedPoint;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of GuardedPoint.
class GuardedPointTest {
  private static final Position HOME = new Position(10, 20);
  private static final Position AWAY = new Position(15, 10);

  /// Where other points begin, the first at the same place as the point.
  private static final List<Position> OTHERS =
      Stream.iterate(HOME, at -> new Position(at.x() + 1, 20)).limit(40).toList();

  private final MovingPoint point = new GuardedPoint(HOME.x(), HOME.y());
  private final Thread caller = Thread.currentThread();

  @Explore
  @DisplayName("one thread moves the point, near and far, and finds it where it moved it")
  @Graded(points = 1, read = "the contract, MovingPoint.java")
  void oneThreadMoves() {
    var start = System.nanoTime();
    assertEquals(HOME, point.position(), "where a new point is");
    point.moveTo(15, 10);
    assertEquals(AWAY, point.position(), "where the point is after moveTo(15, 10)");
    var runs = new AtomicInteger();
    var told =
        point.move(
            at -> {
              assertEquals(AWAY, at, "the position that a step is told");
              assertSame(caller, Thread.currentThread(), "the thread that runs a step");
              runs.incrementAndGet();
              return at.by(1, 2);
            });
    assertEquals(1, runs.get(), "how often a step was run; nobody else has moved the point");
    assertEquals(new Position(16, 12), told, "where move says it moved, by 1 and 2 from there");
    assertEquals(new Position(16, 12), point.position(), "where the point is after that");
    assertEquals(AWAY, new GuardedPoint(15, 10).position(), "where another new point is");
    assertEquals(new Position(16, 12), point.position(), "where the first point still is");
    isFoundAnywhere();
    assertEquals(start, System.nanoTime(), "nobody else calls, so no call waits; nanoTime()");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  private void isFoundAnywhere() {
    var numbers = List.of(-1, 0, 70_000, Integer.MIN_VALUE, Integer.MAX_VALUE);
    for (int x : numbers) {
      for (int y : numbers) {
        var place = new Position(x, y);
        assertEquals(place, new GuardedPoint(x, y).position(), "where a new point is");
        point.moveTo(x, y);
        assertEquals(place, point.position(), "where the point is after moveTo" + place);
        point.moveTo(15, 10);
        assertEquals(place, point.move(_ -> place), "where move says it moved");
        assertEquals(place, point.position(), "where the point is after a step to " + place);
      }
    }
  }

  @Explore
  @DisplayName("one moves, one looks: nobody sees half a move")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void nobodySeesHalfAMove() throws InterruptedException {
    var other = start("other", () -> point.moveTo(15, 10));
    isHomeOrAway(point.position(), "was seen at ");
    point.move(
        at -> {
          isHomeOrAway(at, "a step was told that it is at ");
          return at;
        });
    other.join();
    assertEquals(AWAY, point.position(), "where the point is after moveTo(15, 10)");
  }

  private static void isHomeOrAway(Position place, String how) {
    if (!place.equals(HOME) && !place.equals(AWAY)) {
      fail("it moved from (10, 20) to (15, 10), and " + how + place);
    }
  }

  @Explore
  @DisplayName("two move it, one looks: it is where one of them has put it")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void twoMovesDoNotMix() throws InterruptedException {
    var one = start("one", () -> point.moveTo(1, 2));
    var other = start("other", () -> point.moveTo(3, 4));
    var seen = point.position();
    if (!seen.equals(HOME)) {
      isAtOneOfThem(seen);
    }
    one.join();
    isAtOneOfThem(point.position());
    other.join();
    isAtOneOfThem(point.position());
  }

  private static void isAtOneOfThem(Position now) {
    if (!now.equals(new Position(1, 2)) && !now.equals(new Position(3, 4))) {
      fail("one moved it to (1, 2), one to (3, 4), and it is at " + now);
    }
  }

  @Explore
  @DisplayName("two steps by (1, 1) move the point by (2, 2), and each learns its own place")
  @Graded(points = 1, read = "lesson 03, \"Without the barrier\"")
  void bothStepsCount() throws InterruptedException {
    var hers = new AtomicReference<Position>();
    var other = start("other", () -> hers.set(point.move(at -> at.by(1, 1))));
    var mine = point.move(at -> at.by(1, 1));
    other.join();
    assertEquals(HOME.by(2, 2), point.position(), "where it is, two steps by (1, 1) from (10, 20)");
    var told = mine + " and " + hers;
    if (!told.equals("(11, 21) and (12, 22)") && !told.equals("(12, 22) and (11, 21)")) {
      fail("two moves by (1, 1) from (10, 20) returned " + told);
    }
  }

  @Explore
  @DisplayName("a step that throws or leads nowhere moves nothing, and the others go on")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void aStepMayFail() throws InterruptedException {
    isRefused(null, "no step");
    isRefused(_ -> null, "a step to null");
    assertEquals(HOME, point.position(), "where the point is after both were refused");
    var other =
        start(
            "other",
            () -> {
              reaches(new IllegalStateException("the way is blocked"));
              reaches(new IOException("the radio is silent"));
              reaches(new Error("the ship is gone"));
              isRefused(_ -> null, "a step to null");
            });
    point.moveTo(15, 10);
    other.join();
    assertEquals(AWAY, point.position(), "where it is after moveTo(15, 10), and a step that threw");
  }

  private void isRefused(UnaryOperator<Position> step, String nowhere) {
    assertThrows(NullPointerException.class, () -> point.move(step), nowhere + " must be refused");
  }

  private void reaches(Throwable problem) {
    var thrown =
        assertThrows(
            Throwable.class,
            () -> point.move(_ -> fails(problem)),
            "what a step throws must reach the caller");
    assertSame(problem, thrown, "what a step throws must reach the caller");
  }

  /// Throws whatever it is, without having to say so.
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> Position fails(Throwable problem) throws T {
    throw (T) problem;
  }

  @Explore
  @DisplayName("a step may look where the point is, also while others wait to move it")
  @Graded(points = 1, read = "lesson 04, \"Asking for what you hold\"")
  void aStepMayLook() throws InterruptedException {
    var other = start("other", () -> point.moveTo(15, 10));
    var seen = new AtomicReference<Position>();
    point.move(
        at -> {
          seen.set(point.position());
          return at.by(1, 1);
        });
    other.join();
    if (!seen.get().equals(HOME) && !seen.get().equals(AWAY)) {
      fail("it was at (10, 20), then at (15, 10), and a step saw it at " + seen);
    }
  }

  @Explore
  @DisplayName("a long step of one point keeps no other point waiting")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void twoPointsDoNotWait() throws InterruptedException {
    point.move(
        at -> {
          untilOver(start("other", () -> OTHERS.forEach(GuardedPointTest::isMoved)));
          return at;
        });
  }

  private static void isMoved(Position from) {
    var another = new GuardedPoint(from.x(), from.y());
    another.moveTo(from.x(), from.y() + 1);
    another.move(at -> at.by(1, 1));
    assertEquals(from.by(1, 2), another.position(), "where another point is");
  }

  private static void untilOver(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError("nobody interrupts here", interrupted);
    }
  }

  @Explore(preemptions = 1, overtaken = BusyRival.OFTEN)
  @DisplayName("however often others get in first, a call does its work")
  @Graded(points = 1, read = "the contract, MovingPoint.java: never gives up")
  void nobodyGivesUp() throws InterruptedException {
    var moves = new AtomicInteger();
    Runnable rivals =
        () -> {
          point.move(at -> at.by(1, 1));
          moves.incrementAndGet();
        };
    var method = AnyValue.of("move", "moveTo", "position");
    if (method.equals("move")) {
      BusyRival.beside(() -> point.move(at -> at.by(100, 100)), rivals);
      assertEquals(
          HOME.by(100 + moves.get(), 100 + moves.get()),
          point.position(),
          "where it is, moved by (100, 100) and %s times by (1, 1) from (10, 20)".formatted(moves));
    } else if (method.equals("moveTo")) {
      BusyRival.beside(() -> moveTo(point, 500, 5_000), rivals);
      assertMoved(new Position(500, 5_000), moves.get(), point.position());
    } else {
      var seen = BusyRival.beside(point::position, rivals);
      assertMoved(HOME, moves.get(), seen);
    }
  }

  /// Fails if nobody can be there who is moved by (1, 1) so many times, or fewer.
  private static void assertMoved(Position from, int moves, Position to) {
    var steps = to.x() - from.x();
    if (steps < 0 || steps > moves || to.y() - from.y() != steps) {
      fail("from %s it moved %d times by (1, 1); it is at %s".formatted(from, moves, to));
    }
  }

  @Explore
  @DisplayName("an interrupted thread moves and looks like any other, and stays interrupted")
  @Graded(points = 1, read = "the contract, MovingPoint.java: interrupted")
  void anInterruptEndsNoCall() throws InterruptedException {
    var other =
        start(
            "interrupted",
            () -> {
              interruptedIn("moveTo(15, 10)", () -> moveTo(point, 15, 10));
              var seen = interruptedIn("position()", point::position);
              interruptedIn("move(at -> at.by(1, 1))", () -> point.move(at -> at.by(1, 1)));
              interruptedIn("a move that threw", () -> isRefused(point));
              if (!seen.equals(AWAY) && !seen.equals(AWAY.by(100, 100))) {
                fail("it moved to (15, 10), by (100, 100) at any time, and was seen at " + seen);
              }
            });
    point.move(at -> at.by(100, 100));
    other.join();
    var now = point.position();
    if (!now.equals(AWAY.by(1, 1)) && !now.equals(AWAY.by(101, 101))) {
      fail("it moved to (15, 10), by (1, 1), and by (100, 100) at any time, and is at " + now);
    }
  }

  private static Object isRefused(MovingPoint point) {
    return assertThrows(NullPointerException.class, () -> point.move(_ -> null));
  }

  private static <T> T interruptedIn(String call, Supplier<T> method) {
    Thread.currentThread().interrupt();
    var answer = method.get();
    assertTrue(Thread.interrupted(), "whether " + call + " left its thread interrupted");
    return answer;
  }

  @Explore
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "the contract, MovingPoint.java: takes effect")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    ConcurrentCalls.of(() -> point, PlainPoint::new)
        .call("moveTo(-1, 70000)", one -> moveTo(one, -1, 70_000))
        .call("moveTo(300, -5)", one -> moveTo(one, 300, -5))
        .call("move(at -> at.by(-2, 1))", one -> one.move(at -> at.by(-2, 1)))
        .call("position()", MovingPoint::position)
        .last("position()", MovingPoint::position)
        .check(13);
  }

  private static Object moveTo(MovingPoint point, int x, int y) {
    point.moveTo(x, y);
    return null;
  }

  private static Thread start(String name, Runnable body) {
    return Thread.ofPlatform().name(name).start(body);
  }

  /// What the contract says when one thread moves it.
  private static final class PlainPoint implements MovingPoint {
    private Position at = HOME;

    @Override
    public void moveTo(int x, int y) {
      at = new Position(x, y);
    }

    @Override
    public Position move(UnaryOperator<Position> step) {
      at = step.apply(at);
      return at;
    }

    @Override
    public Position position() {
      return at;
    }
  }
}
