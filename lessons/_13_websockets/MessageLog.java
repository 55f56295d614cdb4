package _13_websockets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Messages in the order in which they were published. A client that remembers how many it has seen
/// misses none. Every thread may call it.
public final class MessageLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final List<String> messages = new ArrayList<>();

  public void append(String message) {
    lock.lock();
    try {
      messages.add(message);
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// All but the first `seen` messages, at once; none when there are no more.
  public List<String> after(int seen) {
    lock.lock();
    try {
      return List.copyOf(messages.subList(Math.min(seen, messages.size()), messages.size()));
    } finally {
      lock.unlock();
    }
  }

  /// The same, but blocks until there is at least one, or the time is up.
  public List<String> awaitAfter(int seen, Duration limit) throws InterruptedException {
    lock.lock();
    try {
      var left = limit.toNanos();
      while (messages.size() <= seen && left > 0) {
        left = added.awaitNanos(left);
      }
      return after(seen);
    } finally {
      lock.unlock();
    }
  }
}
