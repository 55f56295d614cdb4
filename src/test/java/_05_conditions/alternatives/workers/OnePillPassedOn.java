package _05_conditions.alternatives.workers;

import _05_conditions.Crew;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// One pill for all: it stays at the end of the queue, and everybody who finds it there ends. An
/// explicit lock and condition, and a latch that counts those who have ended.
public final class OnePillPassedOn implements Crew {
  private static final Runnable PILL = () -> {};

  private final Lock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final CountDownLatch ended;

  public OnePillPassedOn(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("no thread");
    }
    ended = new CountDownLatch(number);
    Stream.generate(() -> factory.newThread(this::work)).limit(number).forEach(Thread::start);
  }

  private void work() {
    runTasks();
    ended.countDown();
  }

  private void runTasks() {
    while (true) {
      Runnable task;
      lock.lock();
      try {
        while (queue.isEmpty()) {
          notEmpty.awaitUninterruptibly();
        }
        if (queue.peek() == PILL) {
          return;
        }
        task = queue.remove();
      } finally {
        lock.unlock();
      }
      runAlone(task);
    }
  }

  private static void runAlone(Runnable task) {
    Thread.interrupted(); // whoever interrupted an earlier task, or nobody at all
    try {
      task.run();
    } catch (Throwable itsOwn) {
      // a task may throw what it likes
    }
  }

  @Override
  public void submit(Runnable task) {
    Objects.requireNonNull(task);
    lock.lock();
    try {
      if (queue.peekLast() == PILL) {
        throw new RejectedExecutionException("the pill is in the queue");
      }
      queue.add(task);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void shutdown() throws InterruptedException {
    lock.lock();
    try {
      if (queue.peekLast() != PILL) {
        queue.add(PILL);
        notEmpty.signalAll();
      }
    } finally {
      lock.unlock();
    }
    ended.await();
  }
}
