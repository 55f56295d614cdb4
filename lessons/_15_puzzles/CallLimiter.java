package _15_puzzles;

/// Lets through only so many calls in any window of time.
///
/// A call that was let through at the moment t counts from t until just before t + window. At no
/// moment do more than `calls` of them count. A refused call doesn't count, and none is refused
/// while fewer than `calls` count.
///
/// Any number of threads may call either method at the same time. Each call is one step: it takes
/// effect at one moment between its call and its return, and the clock is read at that moment. A
/// call may wait for other calls to return, but not for time to pass. An interrupted thread is
/// served like any other, and stays interrupted. Limiters have nothing to do with each other, and
/// nothing that a call or the constructor has started is left running.
///
/// The class has one constructor, `RateLimiter(int calls, long window, LongSupplier clock)`. The
/// window is in nanoseconds. The clock gives nanoseconds as [System#nanoTime] does: from any
/// origin, so they may be negative, and may pass from the largest `long` to the smallest. It never
/// goes back. No limiter is used for longer than 290 years; its window may be longer. The clock
/// returns at once, and calls no limiter. The constructor throws [IllegalArgumentException] if
/// calls or window is less than 1, and [NullPointerException] if the clock is null. A limiter may
/// take the memory for all `calls` at once.
public interface CallLimiter {
  /// Asks to make a call now; if the answer is true, it counts from now on.
  boolean tryCall();

  /// How many calls would be let through now, one after the other.
  int left();
}
