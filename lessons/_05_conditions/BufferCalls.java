package _05_conditions;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// Calls of one buffer, and which items got in and came out.
public final class BufferCalls {
  /// So many days that the explorer does not let them end early.
  private static final long NEVER_OVER = 60_000;

  private final Buffer<String> buffer;
  private final Queue<String> in = new ConcurrentLinkedQueue<>();
  private final Queue<String> out = new ConcurrentLinkedQueue<>();

  public BufferCalls(Buffer<String> buffer) {
    this.buffer = buffer;
  }

  /// Calls a method that waits as long as it takes, and does not give up.
  ///
  /// @param item to be added, if the method adds
  public void call(BufferMethod method, String item) throws InterruptedException {
    var answer = answer(method, item);
    if (answer == null || answer.equals(false)) {
      fail("%s could wait for years, and returned %s".formatted(method, answer));
    }
  }

  /// The same, but it may give up.
  ///
  /// @return what the method returns; `true` for a `void` one
  public Object answer(BufferMethod method, String item) throws InterruptedException {
    if (method == BufferMethod.PUT) {
      buffer.put(item);
      return in.add(item);
    }
    if (method == BufferMethod.OFFER) {
      return tries(method, item, NEVER_OVER, DAYS);
    }
    var got = method == BufferMethod.TAKE ? buffer.take() : buffer.poll(NEVER_OVER, DAYS);
    if (got != null) {
      out.add(got);
    }
    return got;
  }

  /// Calls `offer` or `poll`.
  ///
  /// @return whether it was in time
  public boolean tries(BufferMethod method, String item, long time, TimeUnit unit)
      throws InterruptedException {
    if (method == BufferMethod.OFFER) {
      return buffer.offer(item, time, unit) && in.add(item);
    }
    var got = buffer.poll(time, unit);
    return got != null && out.add(got);
  }

  /// What came out so far, in this order.
  public String out() {
    return out.toString();
  }

  /// Each item that got in has come out once, or is still there. Empties the buffer.
  public void assertNothingIsLost() throws InterruptedException {
    var all = new ArrayList<>(out);
    for (var left = buffer.size(); left > 0; left--) {
      all.add(String.valueOf(buffer.poll(0, SECONDS)));
    }
    assertEquals(
        in.stream().sorted().toList(),
        all.stream().sorted().toList(),
        "items that came out or are still there");
    assertEquals(0, buffer.size(), "items in the buffer in the end");
  }

  /// Interrupts a thread, or does nothing.
  public static void interruptIf(boolean really, Thread thread) {
    if (really) {
      thread.interrupt();
    }
  }

  /// Returns as soon as the calling thread is interrupted. Never does so if that has been
  /// forgotten.
  public static void untilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
