package _03_races;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// # Two people, one ticket
///
/// Each looks whether a ticket is left and buys it. Can both go home with one?
public abstract sealed class LastTicket implements Scenario {
  final AtomicInteger left = new AtomicInteger(1);
  private final AtomicInteger sold = new AtomicInteger();

  /// Whether there was a ticket.
  abstract boolean buy();

  @Override
  public List<Body> bodies() {
    Body person =
        () -> {
          if (buy()) {
            sold.incrementAndGet();
          }
        };
    return List.of(person, person);
  }

  @Override
  public void check() {
    if (sold.get() != 1) {
      throw new AssertionError("expected 1 ticket sold, saw " + sold);
    }
  }

  /// Each call is one step. Between the two there is room for the other person.
  public static final class Broken extends LastTicket {
    @Override
    boolean buy() {
      if (left.get() > 0) {
        left.decrementAndGet();
        return true;
      }
      return false;
    }
  }

  /// Looks and takes in one step: it takes only if nobody has since it looked.
  public static final class Mended extends LastTicket {
    @Override
    boolean buy() {
      return left.compareAndSet(1, 0);
    }
  }
}
