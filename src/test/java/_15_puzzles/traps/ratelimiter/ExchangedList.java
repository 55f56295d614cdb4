package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

@Trap(
    belief = "an exchange that succeeds makes all since the look one step",
    fails = "eachCallIsOneStep",
    saying = "no order of these calls explains what came back")
public final class ExchangedList implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final AtomicReference<List<Long>> log = new AtomicReference<>(List.of());

  public ExchangedList(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    while (true) {
      var seen = log.get(); // before the clock is read
      var now = clock.getAsLong();
      var counting = counting(seen, now);
      if (counting.size() >= calls) {
        return false;
      }
      if (log.compareAndSet(seen, with(counting, now))) {
        return true;
      }
    }
  }

  @Override
  public int left() {
    while (true) {
      var seen = log.get();
      var now = clock.getAsLong();
      if (seen == log.get()) { // nobody has called in between
        return calls - counting(seen, now).size();
      }
    }
  }

  private List<Long> counting(List<Long> times, long now) {
    return times.stream().filter(then -> now - then < window).toList();
  }

  private static List<Long> with(List<Long> times, long now) {
    var more = new ArrayList<>(times);
    more.add(now);
    return List.copyOf(more);
  }
}
