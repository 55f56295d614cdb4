package _15_puzzles.alternatives.ratelimiter;

import _15_puzzles.CallLimiter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The log is one entry of a concurrent map, and each call one step on that entry.
public final class LogInAMap implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final ConcurrentMap<String, List<Long>> entry = new ConcurrentHashMap<>();

  public LogInAMap(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    var through = new boolean[1];
    entry.compute(
        "log",
        (key, log) -> {
          var now = clock.getAsLong();
          var counting = counting(log, now);
          through[0] = counting.size() < calls;
          return through[0] ? Stream.concat(counting.stream(), Stream.of(now)).toList() : counting;
        });
    return through[0];
  }

  @Override
  public int left() {
    return calls - entry.compute("log", (key, log) -> counting(log, clock.getAsLong())).size();
  }

  private List<Long> counting(List<Long> log, long now) {
    return log == null ? List.of() : log.stream().filter(then -> now - then < window).toList();
  }
}
