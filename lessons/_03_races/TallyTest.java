package _03_races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import _03_races.exercise.Tally;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of Tally.
class TallyTest {
  private final Counter tally = new Tally();

  @Test
  @DisplayName("one thread adds 3 and 4: the total is 7")
  @Graded(points = 1, read = "lesson 03, \"Predict\"")
  void oneThreadAdds() {
    tally.add(3);
    tally.add(4);
    assertEquals(7, tally.total());
  }

  @Explore
  @DisplayName("two threads add one each: the total is 2")
  @Graded(points = 2, read = "lesson 03, \"Why\": an update is lost")
  void twoThreadsLoseNothing() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(1));
    tally.add(1);
    other.join();
    assertEquals(2, tally.total());
  }
}
