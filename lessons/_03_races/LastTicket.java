package _03_races;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two people, one ticket. Each checks whether it is still there, and buys it. Can both get it?
public abstract sealed class LastTicket implements Scenario {
  final AtomicInteger left = new AtomicInteger(1);
  private final AtomicInteger sold = new AtomicInteger();

  /// Whether there was a ticket.
  public abstract boolean buy();

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

  public static final class Broken extends LastTicket {
    @Override
    public boolean buy() {
      if (left.get() > 0) {
        left.decrementAndGet();
        return true;
      }
      return false;
    }
  }

  public static final class Mended extends LastTicket {
    @Override
    public synchronized boolean buy() {
      if (left.get() > 0) {
        left.decrementAndGet();
        return true;
      }
      return false;
    }
  }
}
