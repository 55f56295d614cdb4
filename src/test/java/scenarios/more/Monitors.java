package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Which lock, which signal, which wait.
final class Monitors {
  private static int shared;
  private int value;
  private Integer boxed = 0;
  private Object lock = new Object();
  private boolean ready;

  private static synchronized void addStatic() {
    shared++;
  }

  private synchronized void addInstance() {
    shared++;
  }

  private void addOnClass() {
    synchronized (Monitors.class) {
      shared++;
    }
  }

  static Program staticBad() {
    var monitor = new Monitors();
    return Program.of(Monitors::addStatic, monitor::addInstance)
        .then(() -> expectEquals(2, shared));
  }

  static Program staticGood() {
    var monitor = new Monitors();
    return Program.of(Monitors::addStatic, monitor::addOnClass).then(() -> expectEquals(2, shared));
  }

  /// The lock is another object after each increment.
  @SuppressWarnings("synchronization") // javac warns of just this mistake
  private void addBoxed() {
    synchronized (boxed) {
      boxed++;
    }
  }

  static Program boxedBad() {
    var monitor = new Monitors();
    return Program.of(monitor::addBoxed, monitor::addBoxed, monitor::addBoxed)
        .then(() -> expectEquals(3, monitor.boxed));
  }

  private synchronized void addBoxedRightly() {
    boxed++;
  }

  static Program boxedGood() {
    var monitor = new Monitors();
    return Program.of(monitor::addBoxedRightly, monitor::addBoxedRightly)
        .then(() -> expectEquals(2, monitor.boxed));
  }

  /// Two parts of a program that never heard of each other lock the same string.
  private static Program strings(String first, String second, boolean fresh) {
    var one = fresh ? new String(first) : first;
    var two = fresh ? new String(second) : second;
    return Program.of(
        () -> {
          synchronized (one) {
            synchronized (two) {
              expect(true, "");
            }
          }
        },
        () -> {
          synchronized (fresh ? one : "b") {
            synchronized (fresh ? two : "a") {
              expect(true, "");
            }
          }
        });
  }

  static Program internedBad() {
    return strings("a", "b", false);
  }

  static Program internedGood() {
    return strings("a", "b", true);
  }

  private void addReassigning(boolean reassigns) {
    synchronized (lock) {
      value++;
      if (reassigns) {
        lock = new Object();
      }
    }
  }

  static Program reassignedBad() {
    var monitor = new Monitors();
    Program.Body body = () -> monitor.addReassigning(true);
    return Program.of(body, body, body).then(() -> expectEquals(3, monitor.value));
  }

  static Program reassignedGood() {
    var monitor = new Monitors();
    Program.Body body = () -> monitor.addReassigning(false);
    return Program.of(body, body).then(() -> expectEquals(2, monitor.value));
  }

  private synchronized void signalReady(boolean sets) {
    if (sets) {
      ready = true;
    }
    notify();
  }

  private synchronized void awaitSignal() throws InterruptedException {
    wait();
  }

  private synchronized void awaitReady() throws InterruptedException {
    while (!ready) {
      wait();
    }
  }

  static Program notifyFirstBad() {
    var monitor = new Monitors();
    return Program.of(() -> monitor.signalReady(false), monitor::awaitSignal);
  }

  static Program notifyFirstGood() {
    var monitor = new Monitors();
    return Program.of(() -> monitor.signalReady(true), monitor::awaitReady);
  }

  static Program oneNotifyForTwoBad() {
    var monitor = new Monitors();
    return Program.of(monitor::awaitReady, monitor::awaitReady, () -> monitor.signalReady(true));
  }

  static Program oneNotifyForTwoGood() {
    var monitor = new Monitors();
    return Program.of(
        monitor::awaitReady,
        monitor::awaitReady,
        () -> {
          monitor.signalReady(true);
          monitor.signalReady(true);
        });
  }

  /// Waits on one object, notifies another.
  private static Program otherObject(boolean same) {
    var a = new Object();
    var b = same ? a : new Object();
    var ready = new boolean[1];
    return Program.of(
        () -> {
          synchronized (a) {
            while (!ready[0]) {
              a.wait();
            }
          }
        },
        () -> {
          synchronized (b) {
            ready[0] = true;
            b.notifyAll();
          }
        });
  }

  static Program otherObjectBad() {
    return otherObject(false);
  }

  static Program otherObjectGood() {
    return otherObject(true);
  }

  private synchronized boolean awaitFor(long millis, boolean looks) throws InterruptedException {
    if (!looks) {
      wait(millis);
      return true;
    }
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!ready) {
      var left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private synchronized boolean awaitMillis(long millis) throws InterruptedException {
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!ready) {
      var left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  static Program timedWaitBad() {
    var monitor = new Monitors();
    return Program.of(
        () -> monitor.signalReady(true),
        () -> {
          if (monitor.awaitFor(100, false)) {
            expect(monitor.ready(), "not ready");
          }
        });
  }

  static Program timedWaitGood() {
    var monitor = new Monitors();
    return Program.of(
        () -> monitor.signalReady(true),
        () -> {
          if (monitor.awaitMillis(100)) {
            expect(monitor.ready(), "not ready");
          }
        });
  }

  static Program timedWaitOfUnitBad() {
    var monitor = new Monitors();
    return Program.of(
        () -> monitor.signalReady(true),
        () -> {
          monitor.awaitFor(100, true);
          expect(monitor.ready(), "not ready");
        });
  }

  static Program timedWaitOfUnitGood() {
    var monitor = new Monitors();
    return Program.of(
        () -> monitor.signalReady(true),
        () -> {
          if (monitor.awaitFor(100, true)) {
            expect(monitor.ready(), "not ready");
          }
        });
  }

  private synchronized boolean ready() {
    return ready;
  }

  /// Holds an outer lock while it waits on an inner one.
  private static Program nestedMonitor(boolean nested) {
    var outer = new Object();
    var inner = new Monitors();
    return Program.of(
        () -> {
          if (!nested) {
            inner.awaitReady();
          }
          synchronized (outer) {
            if (nested) {
              inner.awaitReady();
            }
          }
        },
        () -> {
          synchronized (outer) {
            inner.signalReady(true);
          }
        });
  }

  static Program nestedMonitorBad() {
    return nestedMonitor(true);
  }

  static Program nestedMonitorGood() {
    return nestedMonitor(false);
  }

  /// An exception leaves the lock held when `unlock` is not in `finally`.
  private static Program unlock(boolean inFinally) {
    var lock = new ReentrantLock();
    Program.Body body =
        () -> {
          try {
            lock.lock();
            try {
              if (lock.getHoldCount() == 1) {
                throw new IllegalStateException("no luck");
              }
              if (!inFinally) {
                lock.unlock();
              }
            } finally {
              if (inFinally) {
                lock.unlock();
              }
            }
          } catch (IllegalStateException expected) {
            // goes on
          }
        };
    return Program.of(body, body);
  }

  static Program unlockBad() {
    return unlock(false);
  }

  static Program unlockGood() {
    return unlock(true);
  }

  private void failInside() {
    synchronized (lock) {
      value++;
      if (value == 1) {
        throw new IllegalStateException("no luck");
      }
      value++;
    }
  }

  /// A monitor is left by an exception, with what it guards half done.
  static Program exceptionInsideBad() {
    var monitor = new Monitors();
    return Program.of(
        () -> {
          try {
            monitor.failInside();
          } catch (IllegalStateException expected) {
            // goes on
          }
        },
        () -> {
          synchronized (monitor.lock) {
            expectEquals(0, monitor.value % 2);
          }
        });
  }

  static Program exceptionInsideGood() {
    var monitor = new Monitors();
    return Program.of(
        () -> {
          try {
            monitor.failInside();
          } catch (IllegalStateException expected) {
            synchronized (monitor.lock) {
              monitor.value++;
            }
          }
        },
        () -> {
          synchronized (monitor.lock) {
            expect(monitor.value <= 2, "never more");
          }
        });
  }
}
