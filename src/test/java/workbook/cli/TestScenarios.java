package workbook.cli;

import java.io.FileInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// The scenarios of the [TestBook].
final class TestScenarios {
  static final List<Scenario.Named> TALLIES =
      List.of(
          new Scenario.Named("tally", "Two threads add one each.", Tally.class),
          new Scenario.Named("tally-mended", "The same, in one step.", Mended.class));

  static final List<Scenario.Named> STRANGE =
      List.of(
          new Scenario.Named("opens", "Opens a file.", Opens.class),
          new Scenario.Named("spins", "Never ends.", Spins.class),
          new Scenario.Named("waits", "Waits for a signal.", Waits.class),
          new Scenario.Named("same-value", "Both write one.", SameValue.class));

  private TestScenarios() {}

  /// Loses an addition when one thread is stopped between its two steps.
  public static final class Tally implements Scenario {
    private final AtomicInteger sum = new AtomicInteger();

    @Override
    public List<Body> bodies() {
      return List.of(this::addOne, this::addOne);
    }

    private void addOne() {
      var before = sum.get();
      sum.set(before + 1);
    }

    @Override
    public void check() {
      if (sum.get() != 2) {
        throw new AssertionError("expected 2, saw " + sum);
      }
    }
  }

  /// Never loses one.
  public static final class Mended implements Scenario {
    private final AtomicInteger sum = new AtomicInteger();

    @Override
    public List<Body> bodies() {
      return List.of(sum::incrementAndGet, sum::incrementAndGet);
    }

    @Override
    public void check() {
      if (sum.get() != 2) {
        throw new AssertionError("expected 2, saw " + sum);
      }
    }
  }

  /// Goes round for ever.
  public static final class Spins implements Scenario {
    @Override
    public List<Body> bodies() {
      return List.of(
          () -> {
            while (true) {
              Thread.onSpinWait();
            }
          });
    }
  }

  /// Waits as it should.
  public static final class Waits implements Scenario {
    private boolean ready;

    @Override
    public List<Body> bodies() {
      return List.of(this::await, this::signal);
    }

    private synchronized void await() throws InterruptedException {
      while (!ready) {
        wait();
      }
    }

    private synchronized void signal() {
      ready = true;
      notify();
    }
  }

  /// Races, and ends well in every order.
  public static final class SameValue implements Scenario {
    private int value;

    @Override
    public List<Body> bodies() {
      return List.of(() -> value = 1, () -> value = 1);
    }
  }

  /// Does what the explorer does not control.
  public static final class Opens implements Scenario {
    @Override
    public List<Body> bodies() {
      return List.of(() -> new FileInputStream("nothing").close());
    }
  }
}
