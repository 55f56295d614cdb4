package _15_puzzles;

import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.TestThreads;
import _15_puzzles.exercise.WaterMaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;

/// The graded tests of WaterMaker. All are explored: threads are stopped at any step, and wake for
/// no reason.
class WaterMakerTest {
  private static final Integer[] ONE = {1, 1, 1};
  private static final Integer[] TWO = {1, 1, 1, 2, 2, 2};

  private final Molecules maker = new WaterMaker();
  private final List<Integer> numbers = new CopyOnWriteArrayList<>();
  private final boolean[] come = new boolean[3]; // plain: the molecule orders it

  private Thread hydrogen() {
    return TestThreads.start("hydrogen", () -> numbers.add(maker.hydrogen()));
  }

  private Thread oxygen() {
    return TestThreads.start("oxygen", () -> numbers.add(maker.oxygen()));
  }

  private void come(boolean oxygen) throws InterruptedException {
    numbers.add(oxygen ? maker.oxygen() : maker.hydrogen());
  }

  private void assertNumbers(Integer... expected) {
    assertEquals(
        List.of(expected), numbers.stream().sorted().toList(), "the numbers that the atoms got");
    assertEquals(0, maker.waiting(), "atoms that wait, after the last molecule");
  }

  @Explore(preemptions = 1)
  @DisplayName("two atoms of hydrogen and one of oxygen make a molecule, whoever comes last")
  @Graded(points = 1, read = "the contract, Molecules.java")
  void oneMolecule() throws InterruptedException {
    var last = AnyValue.of("oxygen", "hydrogen");
    var other = TestThreads.start("hydrogen", () -> meet(0, false));
    var third = TestThreads.start("third", () -> meet(1, last.equals("hydrogen")));
    meet(2, last.equals("oxygen"));
    other.join();
    third.join();
    assertNumbers(ONE);
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  private void meet(int me, boolean oxygen) throws InterruptedException {
    come[me] = true;
    come(oxygen);
    for (var other : come) {
      assertTrue(other, "one went on, and each of the others had come");
    }
  }

  @Explore(preemptions = 0)
  @DisplayName("too few of one kind wait, and are asleep")
  @Graded(points = 2, read = "lesson 15, \"Water\"")
  void tooFewWait() throws InterruptedException {
    assertEquals(0, maker.waiting(), "atoms that wait before any has come");
    var come = AnyValue.of("HH", "OH", "OOH");
    var waiters = new ArrayList<Thread>();
    for (var atom : come.split("")) {
      waiters.add(atom.equals("O") ? oxygen() : hydrogen());
    }
    Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
    assertEquals(List.of(), numbers, "the numbers of molecules, made of " + come);
    assertEquals(waiters.size(), maker.waiting(), "atoms that wait for others: " + come);
    for (var waiter : waiters) {
      if (waiter.getState() == RUNNABLE) {
        fail("an atom has waited for an hour, and is awake");
      }
    }
    come(come.equals("HH"));
    if (come.equals("OOH")) {
      waiters.add(hydrogen());
      come(false);
    }
    for (var waiter : waiters) {
      waiter.join();
    }
    assertNumbers(come.equals("OOH") ? TWO : ONE);
  }

  @Explore(preemptions = 1)
  @DisplayName("three atoms of hydrogen wait, and two of them go on with the first of oxygen")
  @Graded(points = 1, read = "lesson 05, \"Wake one, or wake all\"")
  void oneTooMany() throws InterruptedException {
    var two = new CountDownLatch(2);
    for (var n = 0; n < 3; n++) {
      daemon("hydrogen", () -> countDownAfterHydrogen(two));
    }
    Thread.sleep(Duration.ofHours(1)); // all three wait for oxygen
    come(true);
    two.await();
    assertEquals(List.of(ONE), numbers, "the numbers that the atoms got");
    var left = maker.waiting();
    if (left != 0 && left != 1) { // the third may not have come yet
      fail("two of three atoms have gone on, and waiting() gives " + left);
    }
  }

  /// A thread that may be left waiting.
  private static void daemon(String name, TestThreads.Body body) {
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(
            () -> {
              try {
                body.run();
              } catch (InterruptedException unexpected) {
                throw new AssertionError(name + " was interrupted", unexpected);
              }
            });
  }

  private void countDownAfterHydrogen(CountDownLatch come) throws InterruptedException {
    come(false);
    come.countDown();
  }

  @Explore(preemptions = 0)
  @DisplayName("six atoms make two molecules, three atoms each")
  @Graded(points = 1, read = "lesson 15, \"Round after round\"")
  void twoMolecules() throws InterruptedException {
    var first = hydrogen();
    var second = hydrogen();
    Thread.sleep(Duration.ofHours(1)); // both wait for oxygen
    come(true);
    assertEquals(0, maker.waiting(), "atoms that wait, when one of the first molecule has gone on");
    var third = hydrogen(); // the first two may still be on their way out
    var fourth = hydrogen();
    if (AnyValue.of(false, true)) {
      first.join(); // whoever comes later can't take their place
      second.join();
      assertEquals(List.of(ONE), numbers, "the numbers of those that have gone on");
    }
    come(true);
    for (var thread : List.of(first, second, third, fourth)) {
      thread.join();
    }
    assertNumbers(TWO);
    anotherMaker();
  }

  private static void anotherMaker() throws InterruptedException {
    var another = new WaterMaker();
    assertEquals(0, another.waiting(), "atoms that wait at a new maker");
    var first = TestThreads.start("elsewhere", another::hydrogen);
    var second = TestThreads.start("elsewhere", another::hydrogen);
    assertEquals(1, another.oxygen(), "the number of another maker's first molecule");
    first.join();
    second.join();
  }

  @Explore(preemptions = 1)
  @DisplayName("atoms that wait are counted at one moment")
  @Graded(points = 1, read = "the contract, Molecules.java: counted at one moment")
  void countedAtOneMoment() throws InterruptedException {
    var come = AnyValue.of("OO", "HHH");
    daemon("first", () -> come(false));
    daemon("second", () -> come(come.equals("HHH")));
    Thread.sleep(Duration.ofHours(1)); // both wait for a third
    var before = maker.waiting(); // fewer than 2 only if one is still on its way
    daemon("third", () -> comeTwice(come));
    if (come.equals("HHH")) {
      daemon("fourth", () -> come(false));
    }
    var seen = maker.waiting();
    if (before == 2 && (seen < 0 || seen > 2)) {
      fail(
          "two wait, then %s come: at each moment 2 wait at most, and waiting() gives %d"
              .formatted(come, seen));
    }
  }

  private void comeTwice(String atoms) throws InterruptedException {
    come(atoms.equals("OO"));
    come(atoms.equals("OO"));
  }

  @Explore(preemptions = 1)
  @DisplayName("whoever is interrupted has not come, and another takes its place")
  @Graded(points = 2, read = "the contract, Molecules.java: interrupted")
  void calledAway() throws InterruptedException {
    var oxygen = AnyValue.of(true, false);
    var away =
        Thread.ofPlatform()
            .name("called away")
            .start(
                () -> {
                  assertThrows(
                      InterruptedException.class, () -> come(oxygen), "a wait, interrupted");
                  assertFalse(Thread.interrupted(), "still interrupted after it has thrown");
                });
    away.interrupt();
    away.join();
    assertEquals(0, maker.waiting(), "atoms that wait, after the only one was called away");
    var first = hydrogen();
    var second = oxygen ? hydrogen() : oxygen();
    come(oxygen);
    first.join();
    second.join();
    assertNumbers(ONE);
  }

  @Explore(preemptions = 0)
  @DisplayName("a thread that is interrupted when it calls does not come")
  @Graded(points = 1, read = "the contract, Molecules.java: interrupted")
  void interruptedBefore() throws InterruptedException {
    var first = hydrogen();
    var second = hydrogen();
    Thread.sleep(Duration.ofHours(1)); // both wait for oxygen
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, maker::oxygen, "oxygen(), interrupted before");
    assertFalse(Thread.interrupted(), "still interrupted after oxygen() has thrown");
    Thread.currentThread().interrupt();
    assertEquals(2, maker.waiting(), "atoms that wait, after an interrupted one called");
    assertTrue(Thread.interrupted(), "whether waiting() left its thread interrupted");
    come(true);
    first.join();
    second.join();
    assertNumbers(ONE);
  }

  @Explore(preemptions = 1)
  @DisplayName("an interrupt that comes when the molecule is complete changes nothing")
  @Graded(points = 1, read = "the contract, Molecules.java: interrupted")
  void interruptedTooLate() throws InterruptedException {
    var oxygen = AnyValue.of(false, true);
    var other = hydrogen();
    var late = TestThreads.start("late", () -> comeTwice(oxygen));
    Thread.sleep(Duration.ofHours(1)); // both wait for the third
    late.interrupt(); // it gives up, or the molecule is complete before it has done so
    come(!oxygen);
    other.join();
    late.join();
    assertNumbers(ONE);
  }

  /// Whoever is called away comes again an hour later; whoever goes on is still interrupted.
  private void comeTwice(boolean oxygen) throws InterruptedException {
    try {
      come(oxygen);
    } catch (InterruptedException calledAway) {
      Thread.sleep(Duration.ofHours(1));
      come(oxygen);
      return;
    }
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait(); // until it's interrupted, if it isn't yet
    }
  }
}
