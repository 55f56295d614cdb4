package _03_races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.exercise.Tally;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of Tally.
class TallyTest {
  private final Counter tally = new Tally();

  @Explore
  @DisplayName("one thread adds 3, 0 and 4: the total is 7")
  @Graded(points = 1, read = "the contract, Counter.java")
  void oneThreadAdds() {
    tally.add(3);
    tally.add(0);
    tally.add(4);
    assertEquals(7, tally.total(), "the total after 3, 0 and 4");
  }

  @Explore
  @DisplayName("drain takes the total, and highest remembers it")
  @Graded(points = 1, read = "the contract, Counter.java")
  void drainStartsAgain() {
    tally.add(5);
    assertEquals(5, tally.drain(), "what drain took after 5 was added");
    assertEquals(0, tally.total(), "the total after it was drained");
    tally.add(3);
    assertEquals(3, tally.drain(), "what the second drain took after 3 more");
    assertEquals(5, tally.highest(), "the highest after 5, a drain, 3 and a drain");
  }

  @Explore
  @DisplayName("two tallies count each for itself")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\"")
  void eachCountsForItself() {
    var another = new Tally();
    tally.add(5);
    assertEquals(0, another.total(), "the total of another tally, to which nothing was added");
    assertEquals(0, another.highest(), "the highest of another tally");
  }

  @Explore
  @DisplayName("two threads add one each: the total is 2")
  @Graded(points = 2, read = "lesson 03, \"Without the barrier\"")
  void twoThreadsLoseNothing() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(1));
    tally.add(1);
    var soon = tally.total();
    other.join();
    if (soon < 1) {
      fail("one thread added 1, and then found the total " + soon);
    }
    assertEquals(2, tally.total(), "the total after two threads added one each");
    assertEquals(2, tally.highest(), "the highest after two threads added one each");
  }

  @Explore
  @DisplayName("what is added during a drain is in it, or left for later")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void nothingIsLostInADrain() throws InterruptedException {
    tally.add(5);
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(3));
    var drained = tally.drain();
    other.join();
    var left = tally.total();
    assertEquals(8, drained + left, "5 and 3 were added; drained " + drained + ", left " + left);
  }

  @Explore
  @DisplayName("two threads drain: what was there is taken once")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void twoDrainsTakeItOnce() throws InterruptedException {
    var others = new AtomicInteger();
    tally.add(5);
    var other = Thread.ofPlatform().name("other").start(() -> others.set(tally.drain()));
    var mine = tally.drain();
    other.join();
    assertEquals(
        5, mine + others.get(), "5 were added; one drained " + mine + ", the other " + others);
  }

  @Explore
  @DisplayName("whoever looks finds the total and the highest both before an addition, or after")
  @Graded(points = 1, read = "lesson 03, \"Everybody locks\"")
  void additionsAreOneStep() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(4));
    var before = tally.highest();
    var total = tally.total();
    var after = tally.highest();
    other.join();
    if (before > total) {
      fail("the highest was " + before + ", and then the total was " + total);
    }
    if (total > after) {
      fail("the total was " + total + ", and then the highest was " + after);
    }
  }

  @Explore
  @DisplayName("the highest is a total that was there")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void theHighestWasThere() throws InterruptedException {
    tally.add(5);
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(3));
    var drained = tally.drain();
    other.join();
    assertEquals(
        drained, tally.highest(), "5 was there, 3 was added, " + drained + " drained: the highest");
  }

  @Explore
  @DisplayName("a negative amount is refused, and the others go on")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\": finally")
  void aRefusalHarmsNobody() throws InterruptedException {
    var other =
        Thread.ofPlatform()
            .name("other")
            .start(
                () ->
                    assertThrows(
                        IllegalArgumentException.class,
                        () -> tally.add(-1),
                        "a negative amount must be refused"));
    tally.add(2);
    other.join();
    assertEquals(2, tally.total(), "the total after 2 was added and -1 was refused");
  }
}
