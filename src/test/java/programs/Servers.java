package programs;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Programs that run for ever by design.
public final class Servers {
  private Servers() {}

  private static Scenario of(Scenario.Body... bodies) {
    return () -> List.of(bodies);
  }

  private static Scenario philosophers(boolean ordered) {
    var left = new ReentrantLock();
    var right = new ReentrantLock();
    return of(
        () -> dines(left, right), () -> dines(ordered ? left : right, ordered ? right : left));
  }

  private static void dines(Lock first, Lock second) {
    while (true) {
      first.lock();
      try {
        second.lock();
        second.unlock();
      } finally {
        first.unlock();
      }
    }
  }

  static Scenario philosophersBad() {
    return philosophers(false);
  }

  static Scenario philosophersGood() {
    return philosophers(true);
  }

  private static Scenario buffer(boolean all) {
    var items = new ArrayDeque<Integer>();
    return of(() -> produce(items, all), () -> consume(items, all), () -> consume(items, all));
  }

  private static void produce(ArrayDeque<Integer> items, boolean all) throws InterruptedException {
    while (true) {
      synchronized (items) {
        while (items.size() == 1) {
          items.wait();
        }
        items.add(1);
        wake(items, all);
      }
    }
  }

  private static void consume(ArrayDeque<Integer> items, boolean all) throws InterruptedException {
    while (true) {
      synchronized (items) {
        while (items.isEmpty()) {
          items.wait();
        }
        items.remove();
        wake(items, all);
      }
    }
  }

  private static void wake(Object monitor, boolean all) {
    if (all) {
      monitor.notifyAll();
    } else {
      monitor.notify();
    }
  }

  static Scenario bufferBad() {
    return buffer(false);
  }

  static Scenario bufferGood() {
    return buffer(true);
  }

  /// Each lets the other go on, for ever.
  static Scenario turnsGood() {
    return turns(1);
  }

  static Scenario turnsBad() {
    return turns(0);
  }

  private static Scenario turns(int begins) {
    var ping = new Semaphore(begins);
    var pong = new Semaphore(0);
    return of(() -> plays(ping, pong), () -> plays(pong, ping));
  }

  private static void plays(Semaphore mine, Semaphore yours) throws InterruptedException {
    while (true) {
      mine.acquire();
      yours.release();
    }
  }

  /// A server with a queue of requests; it counts them, badly or well.
  private static Scenario server(boolean atomic) {
    var requests = new ArrayBlockingQueue<Integer>(1);
    var served = new AtomicInteger();
    var plain = new int[1];
    return of(
        () -> {
          while (true) {
            requests.put(1);
          }
        },
        () -> serves(requests, served, plain, atomic),
        () -> serves(requests, served, plain, atomic));
  }

  private static void serves(
      ArrayBlockingQueue<Integer> requests, AtomicInteger served, int[] plain, boolean atomic)
      throws InterruptedException {
    while (true) {
      requests.take();
      if (atomic) {
        served.incrementAndGet();
      } else {
        plain[0]++;
      }
    }
  }

  static Scenario serverBad() {
    return server(false);
  }

  static Scenario serverGood() {
    return server(true);
  }

  /// A task that submits itself again.
  static Scenario resubmits() {
    return of(
        () -> {
          var pool = Executors.newFixedThreadPool(2);
          pool.execute(
              new Runnable() {
                @Override
                public void run() {
                  pool.execute(this);
                }
              });
        });
  }
}
