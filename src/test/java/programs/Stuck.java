package programs;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import workbook.Scenario;

/// Programs in which somebody waits for ever, each for something else. Who waits for what, and
/// where, is what a reader wants to know.
public final class Stuck {
  private final Object monitor = new Object();
  private final Lock[] locks = {new ReentrantLock(), new ReentrantLock()};
  private final Lock lock = new ReentrantLock();
  private final Condition full = lock.newCondition();
  private final Lock writing = new ReentrantReadWriteLock().writeLock();
  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
  private final CountDownLatch never = new CountDownLatch(1);

  private static Scenario of(Scenario.Body body) {
    return () -> List.of(body);
  }

  static Scenario onAMonitor() {
    var stuck = new Stuck();
    return of(() -> stuck.holding(stuck.monitor, stuck::enter));
  }

  static Scenario onALock() {
    var stuck = new Stuck();
    return of(
        () -> {
          stuck.locks[1].lock();
          join(stuck::lockTheSecond);
        });
  }

  static Scenario onAWriteLock() {
    var stuck = new Stuck();
    return of(
        () -> {
          stuck.writing.lock();
          join(stuck::write);
        });
  }

  static Scenario onACondition() {
    return of(() -> join(new Stuck()::await));
  }

  static Scenario onAQueue() {
    return of(() -> join(new Stuck()::take));
  }

  /// In a method that a class in another file calls.
  static Scenario inACallback() {
    return of(() -> join(() -> new CallsBack(new Stuck()::await).run()));
  }

  private void holding(Object object, Scenario.Body body) throws Exception {
    synchronized (object) {
      join(body);
    }
  }

  private static void join(Scenario.Body body) throws Exception {
    var other = Thread.ofPlatform().name("other").start(() -> quietly(body));
    other.join();
  }

  private static void quietly(Scenario.Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void enter() {
    synchronized (monitor) {
      never.countDown();
    }
  }

  private void lockTheSecond() {
    locks[1].lock();
  }

  private void write() {
    writing.lock();
  }

  private void await() throws InterruptedException {
    lock.lock();
    full.await();
  }

  private void take() throws InterruptedException {
    queue.take();
  }
}
