package _14_memory;

import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _14_memory.exercise.Once;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of Once. The computation brews tea. Time is the explorer's own, so an hour
/// passes as soon as nobody has anything else to do.
class OnceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicInteger brewed = new AtomicInteger();

  /// What is computed. Its number isn't final.
  private static final class Pot {
    int number;
  }

  /// Each pot has the next number.
  private Pot brew() {
    var pot = new Pot();
    pot.number = brewed.incrementAndGet();
    return pot;
  }

  private static int number(Pot pot) {
    if (pot == null) {
      fail("get() returned null, but a pot was computed");
    }
    return pot.number;
  }

  private static Thread start(String name, Runnable code) {
    return Thread.ofPlatform().name(name).start(code);
  }

  @Explore
  @DisplayName("nothing is computed before the first get, and nothing after it")
  @Graded(points = 1, read = "the contract, LazyValue.java")
  void oneThreadAsks() {
    assertThrows(NullPointerException.class, () -> new Once<>(null), "a computation that is null");
    var by = new AtomicReference<Thread>();
    var tea =
        new Once<>(
            () -> {
              by.set(Thread.currentThread());
              return brew();
            });
    assertEquals(0, brewed.get(), "how often it was computed before anybody asked");
    assertFalse(tea.isDone(), "isDone() before anybody asked");
    assertEquals(0, brewed.get(), "how often it was computed before get(), but after isDone()");
    var pot = tea.get();
    assertEquals(1, pot.number, "the number of the first pot");
    assertSame(
        Thread.currentThread(), by.get(), "the thread that computed, and the one that asked");
    assertTrue(tea.isDone(), "isDone() after get()");
    assertSame(pot, tea.get(), "what the second get() returned, and the first");
    assertEquals(1, brewed.get(), "how often it was computed after two get()");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  @Explore
  @DisplayName("null is a value like any other")
  @Graded(points = 1, read = "the contract, LazyValue.java: null is the value")
  void nullIsAValue() {
    var nothing =
        new Once<Pot>(
            () -> {
              brewed.incrementAndGet();
              return null;
            });
    assertNull(nothing.get(), "what get() returned after null was computed");
    assertTrue(nothing.isDone(), "isDone() after null was computed");
    assertNull(nothing.get(), "what the second get() returned after null was computed");
    assertEquals(1, brewed.get(), "how often null was computed");
  }

  @Explore
  @DisplayName("what the computation throws, every get throws, and it isn't computed again")
  @Graded(points = 1, read = "the contract, LazyValue.java: throws that very object")
  void anExceptionStays() {
    var thrown =
        AnyValue.of(1, 2) == 1
            ? new IllegalArgumentException("no tea")
            : new AssertionError("fire");
    var tea = failing(thrown);
    for (var time : new String[] {"first", "second", "third"}) {
      assertSame(thrown, thrownBy(tea), "what the %s get() threw".formatted(time));
      assertTrue(tea.isDone(), "isDone() after the computation has thrown");
    }
    assertEquals(1, brewed.get(), "how often a computation was run that throws");
  }

  private LazyValue<Pot> failing(Throwable thrown) {
    return new Once<>(
        () -> {
          brewed.incrementAndGet();
          if (thrown instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) thrown;
        });
  }

  private static Throwable thrownBy(LazyValue<?> value) {
    try {
      value.get();
      return null;
    } catch (RuntimeException | Error thrown) {
      return thrown;
    }
  }

  @Explore
  @DisplayName("two threads ask at the same time: it is computed once, and both get it whole")
  @Graded(points = 1, read = "lesson 14, \"Looking before locking\"")
  void twoThreadsAsk() throws InterruptedException {
    var tea = new Once<>(this::brew);
    var hers = new AtomicReference<Pot>();
    var number = new AtomicInteger();
    var other =
        start(
            "other",
            () -> {
              hers.set(tea.get());
              number.set(number(hers.get()));
            });
    var mine = tea.get();
    assertEquals(1, number(mine), "the number of the pot that main got");
    other.join();
    assertEquals(1, number.get(), "the number of the pot that the other one got");
    assertSame(mine, hers.get(), "the pot of the other one, and main's");
    assertEquals(1, brewed.get(), "how often it was computed for two threads");
  }

  @Explore
  @DisplayName("whoever sees that it's done gets it at once, and whole")
  @Graded(points = 1, read = "lesson 14, \"An object is handed out\"")
  void doneIsAPromise() throws InterruptedException {
    var tea = new Once<>(this::brew);
    var other = start("other", tea::get);
    if (tea.isDone()) {
      assertEquals(1, number(tea.get()), "the number of the pot, after isDone() was true");
    }
    other.join();
    assertTrue(tea.isDone(), "isDone() after another thread's get() has returned");
    assertEquals(1, brewed.get(), "how often it was computed");
  }

  @Explore
  @DisplayName("whoever waits for a computation that throws hears the same")
  @Graded(points = 1, read = "the contract, LazyValue.java: every other call")
  void allHearOfTheFailure() throws InterruptedException {
    var thrown =
        AnyValue.of(1, 2) == 1 ? new IllegalStateException("no tea") : new AssertionError("fire");
    var tea = failing(thrown);
    var hers = new AtomicReference<Throwable>();
    var other = start("other", () -> hers.set(thrownBy(tea)));
    assertSame(thrown, thrownBy(tea), "what get() threw in main");
    other.join();
    assertSame(thrown, hers.get(), "what get() threw in the other thread");
    assertEquals(1, brewed.get(), "how often a computation was run that throws");
  }

  /// No preemptions here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("while one computes, others sleep; only isDone doesn't wait")
  @Graded(points = 1, read = "the contract, LazyValue.java: sleeps until")
  void whoWaitsSleeps() throws InterruptedException {
    var tea =
        new Once<>(
            () -> {
              sleep(HOUR.multipliedBy(2));
              return brew();
            });
    Runnable ask = () -> assertNull(thrownBy(tea), "what get() threw in one of two threads");
    var cook = Thread.startVirtualThread(ask);
    var guest = Thread.startVirtualThread(ask); // the names of both are empty
    sleep(HOUR);
    assertFalse(tea.isDone(), "isDone() while it is being computed");
    var another = new Once<>(this::brew);
    assertEquals(1, another.get().number, "the number of another pot, computed meanwhile");
    assertEquals(HOUR.toNanos(), now(), "the time after isDone(), and get() of another value");
    if (cook.getState() == RUNNABLE || guest.getState() == RUNNABLE) {
      fail("one computes for two hours, another waits; neither should be busy after one hour");
    }
    cook.join();
    guest.join();
    assertEquals(HOUR.multipliedBy(2).toNanos(), now(), "the time when both have got it");
    assertEquals(2, brewed.get(), "how many pots were brewed, another one included");
  }

  private final long began = System.nanoTime();

  private long now() {
    return System.nanoTime() - began;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("somebody interrupted the computation", unexpected);
    }
  }

  @Explore
  @DisplayName("an interrupted thread gets what others get, and stays interrupted")
  @Graded(points = 1, read = "the contract, LazyValue.java: an interrupt doesn't end that wait")
  void anInterruptEndsNoCall() throws InterruptedException {
    var thrown = new IllegalStateException("no tea");
    var fails = AnyValue.of(1, 2) == 2;
    var tea = fails ? failing(thrown) : new Once<>(this::brew);
    var other =
        start(
            "interrupted",
            () -> {
              Thread.currentThread().interrupt();
              var heard = thrownBy(tea);
              assertTrue(Thread.interrupted(), "whether get() left its thread interrupted");
              assertSame(fails ? thrown : null, heard, "what get() threw in an interrupted thread");
            });
    assertSame(fails ? thrown : null, thrownBy(tea), "what get() threw in main");
    other.join();
    assertEquals(1, brewed.get(), "how often it was computed");
  }

  @Explore
  @DisplayName("a computation that asks for its own value is told so, and doesn't wait")
  @Graded(points = 1, read = "the contract, LazyValue.java: IllegalStateException")
  void noValueNeedsItself() {
    var itself = new AtomicReference<LazyValue<Pot>>();
    var runs = new AtomicInteger();
    Supplier<Pot> computation =
        () -> {
          if (runs.incrementAndGet() > 1) {
            throw new AssertionError("the computation was run within itself");
          }
          for (var time : new String[] {"first", "second"}) {
            assertThrows(
                IllegalStateException.class,
                () -> itself.get().get(),
                "get() within its own get(), the %s time".formatted(time));
          }
          assertFalse(itself.get().isDone(), "isDone() after get() within its own get()");
          return brew();
        };
    var tea = new Once<>(computation);
    itself.set(tea);
    assertEquals(1, tea.get().number, "the number of a pot whose computation asked for it");
    assertEquals(1, tea.get().number, "the number of that pot, when asked for again");
    var soup = new AtomicReference<LazyValue<Integer>>();
    var water =
        new Once<>(
            () -> {
              assertThrows(
                  IllegalStateException.class,
                  () -> soup.get().get(),
                  "get() within its own get(), by way of another value");
              return brew();
            });
    soup.set(new Once<>(() -> water.get().number + 40));
    assertEquals(42, soup.get().get(), "40, and the number of the second pot");
    assertEquals(2, brewed.get(), "how many pots were brewed");
  }

  @Explore
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "the contract, LazyValue.java: linearizable")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    ConcurrentCalls.<LazyValue<Integer>>of(
            () -> new Once<>(() -> brewed.incrementAndGet()), FirstNumber::new)
        .call("get()", LazyValue::get)
        .call("isDone()", LazyValue::isDone)
        .last("get()", LazyValue::get)
        .last("isDone()", LazyValue::isDone)
        .check(10);
  }

  /// What the contract says when one thread asks for the first number.
  private static final class FirstNumber implements LazyValue<Integer> {
    private boolean done;

    @Override
    public Integer get() {
      done = true;
      return 1;
    }

    @Override
    public boolean isDone() {
      return done;
    }
  }
}
