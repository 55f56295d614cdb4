package _05_conditions.lab;

import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Threads that take one item each.
final class Takers implements AutoCloseable {
  private final List<Thread> threads;

  /// Starts them.
  Takers(int count, Callable<Integer> take, Deliveries done) {
    Callable<Void> taker =
        () -> {
          done.add(take.call());
          return null;
        };
    threads =
        Stream.generate(() -> Thread.ofPlatform().start(new FutureTask<>(taker)))
            .limit(count)
            .toList();
  }

  /// How many of them wait now.
  long waiting() {
    return threads.stream().filter(each -> each.getState() == State.WAITING).count();
  }

  /// Interrupts those that still wait.
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
