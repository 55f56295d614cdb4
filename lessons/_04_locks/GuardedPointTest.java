package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _04_locks.MovingPoint.Position;
import _04_locks.exercise.GuardedPoint;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of GuardedPoint.
class GuardedPointTest {
  private static final Position HOME = new Position(10, 20);
  private static final Position AWAY = new Position(15, 10);

  private final MovingPoint point = new GuardedPoint(HOME.x(), HOME.y());

  @Explore
  @DisplayName("one thread moves the point and finds it where it moved it")
  @Graded(points = 1, read = "the contract, MovingPoint.java")
  void oneThreadMoves() {
    assertEquals(HOME, point.position(), "where a new point is");
    point.moveTo(15, 10);
    assertEquals(AWAY, point.position(), "where the point is after moveTo(15, 10)");
    var told = point.move(at -> at.by(1, 2));
    assertEquals(new Position(16, 12), told, "where move says it moved, by 1 and 2 from there");
    assertEquals(new Position(16, 12), point.position(), "where the point is after that");
    assertEquals(AWAY, new GuardedPoint(15, 10).position(), "where another new point is");
    assertEquals(new Position(16, 12), point.position(), "where the first point still is");
  }

  @Explore
  @DisplayName("no step, or a step to null, is refused, and the point stays")
  @Graded(points = 1, read = "the contract, MovingPoint.java: throws")
  void nowhereIsRefused() {
    assertThrows(NullPointerException.class, () -> point.move(null), "move(null) must be refused");
    assertThrows(
        NullPointerException.class, () -> point.move(_ -> null), "a step to null must be refused");
    assertEquals(HOME, point.position(), "where the point is after both were refused");
  }

  @Explore
  @DisplayName("one moves, one looks: nobody sees half a move")
  @Graded(points = 2, read = "lesson 04, \"A moving point\"")
  void nobodySeesHalfAMove() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> point.moveTo(AWAY.x(), AWAY.y()));
    var seen = point.position();
    other.join();
    if (!seen.equals(HOME) && !seen.equals(AWAY)) {
      fail("it moved from (10, 20) to (15, 10), and was seen at " + seen);
    }
    assertEquals(AWAY, point.position(), "where the point is after moveTo(15, 10)");
  }

  @Explore
  @DisplayName("two move it: it ends up where one of them has put it")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void twoMovesDoNotMix() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> point.moveTo(3, 4));
    point.moveTo(1, 2);
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
  @DisplayName("two steps by (1, 1) move the point by (2, 2)")
  @Graded(points = 1, read = "lesson 03, \"Without the barrier\"")
  void bothStepsCount() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> point.move(at -> at.by(1, 1)));
    point.move(at -> at.by(1, 1));
    other.join();
    assertEquals(HOME.by(2, 2), point.position(), "where it is, two steps by (1, 1) from (10, 20)");
  }

  @Explore
  @DisplayName("move returns where it has moved the point")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void eachLearnsItsOwnPlace() throws InterruptedException {
    var hers = new AtomicReference<Position>();
    var other =
        Thread.ofPlatform().name("other").start(() -> hers.set(point.move(at -> at.by(1, 1))));
    var mine = point.move(at -> at.by(1, 1));
    other.join();
    var told = mine + " and " + hers;
    if (!told.equals("(11, 21) and (12, 22)") && !told.equals("(12, 22) and (11, 21)")) {
      fail("two moves by (1, 1) from (10, 20) returned " + told);
    }
  }

  @Explore
  @DisplayName("a step that throws moves nothing, and the others go on")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void aStepMayFail() throws InterruptedException {
    var other =
        Thread.ofPlatform()
            .name("other")
            .start(
                () ->
                    assertThrows(
                        IllegalStateException.class,
                        () -> point.move(_ -> blocked()),
                        "what a step throws must reach the caller"));
    point.moveTo(15, 10);
    other.join();
    assertEquals(AWAY, point.position(), "where it is after moveTo(15, 10), and a step that threw");
  }

  private static Position blocked() {
    throw new IllegalStateException("the way is blocked");
  }

  @Explore
  @DisplayName("a step may look where the point is")
  @Graded(points = 1, read = "lesson 04, \"Asking for what you hold\"")
  void aStepMayLook() {
    var seen = new AtomicReference<Position>();
    point.move(
        at -> {
          seen.set(point.position());
          return at.by(1, 1);
        });
    assertEquals(HOME, seen.get(), "where a step saw the point that it was about to move");
  }

  @Explore
  @DisplayName("a long step of one point keeps no other point waiting")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void twoPointsDoNotWait() throws InterruptedException {
    var another = new GuardedPoint(0, 0);
    var other = Thread.ofPlatform().name("other").start(() -> another.moveTo(1, 2));
    point.move(
        at -> {
          untilOver(other);
          return at;
        });
    assertEquals(new Position(1, 2), another.position(), "where the other point is");
  }

  private static void untilOver(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError("nobody interrupts here", interrupted);
    }
  }
}
