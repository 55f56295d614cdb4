package scenarios.more;

import static scenarios.more.Program.expectEquals;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// The problems every course tells: philosophers, banks, readers and writers, barriers, timers.
final class Classics {
  private Classics() {}

  private static Program philosophers(boolean ordered) {
    var forks = new Lock[] {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};
    return Program.of(
        () -> eat(forks[0], forks[1]),
        () -> eat(forks[1], forks[2]),
        () -> eat(ordered ? forks[0] : forks[2], ordered ? forks[2] : forks[0]));
  }

  private static void eat(Lock first, Lock second) {
    first.lock();
    try {
      second.lock();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  static Program philosophersBad() {
    return philosophers(false);
  }

  static Program philosophersGood() {
    return philosophers(true);
  }

  private static final class Account {
    final int id;
    int balance = 10;

    Account(int id) {
      this.id = id;
    }

    static void transfer(Account from, Account to, int amount) {
      synchronized (from) {
        synchronized (to) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }

    static void transferInOrder(Account from, Account to, int amount) {
      var first = from.id < to.id ? from : to;
      synchronized (first) {
        synchronized (first == from ? to : from) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }

    synchronized boolean withdraw(int amount) {
      if (balance < amount) {
        return false;
      }
      balance -= amount;
      return true;
    }

    synchronized int balance() {
      return balance;
    }
  }

  static Program transferBad() {
    var a = new Account(1);
    var b = new Account(2);
    return Program.of(() -> Account.transfer(a, b, 1), () -> Account.transfer(b, a, 2));
  }

  static Program transferGood() {
    var a = new Account(1);
    var b = new Account(2);
    return Program.of(
            () -> Account.transferInOrder(a, b, 1), () -> Account.transferInOrder(b, a, 2))
        .then(() -> expectEquals(20, a.balance + b.balance));
  }

  static Program overdraftBad() {
    var account = new Account(1);
    Program.Body take =
        () -> {
          if (account.balance() >= 10) {
            account.withdraw(10);
          } else {
            return;
          }
          expectEquals(0, account.balance());
        };
    Program.Body give =
        () -> {
          synchronized (account) {
            account.balance += 5;
          }
        };
    return Program.of(take, give).then(() -> expectEquals(5, account.balance()));
  }

  static Program overdraftGood() {
    var account = new Account(1);
    Program.Body take = () -> account.withdraw(10);
    return Program.of(take, take).then(() -> expectEquals(0, account.balance()));
  }

  /// A barrier of semaphores that may be entered again before all have left.
  private static final class Barrier {
    final Semaphore mutex = new Semaphore(1);
    final Semaphore gate = new Semaphore(0);
    final Semaphore exit = new Semaphore(0);
    int count;

    void await() throws InterruptedException {
      mutex.acquire();
      if (++count == 2) {
        gate.release(2);
      }
      mutex.release();
      gate.acquire();
    }

    void awaitTwice() throws InterruptedException {
      await();
      mutex.acquire();
      if (--count == 0) {
        exit.release(2);
      }
      mutex.release();
      exit.acquire();
    }

    void awaitUnguarded() throws InterruptedException {
      count++;
      if (count == 2) {
        gate.release(2);
      }
      gate.acquire();
    }
  }

  static Program semaphoreBarrierBad() {
    var barrier = new Barrier();
    return Program.of(barrier::awaitUnguarded, barrier::awaitUnguarded);
  }

  static Program semaphoreBarrierGood() {
    var barrier = new Barrier();
    return Program.of(barrier::awaitTwice, barrier::awaitTwice);
  }

  /// Readers and writers with two semaphores: the first reader locks the writers out.
  private static final class Library {
    final Semaphore mutex = new Semaphore(1);
    final Semaphore room = new Semaphore(1);
    final boolean guarded;
    int readers;
    int book;

    Library(boolean guarded) {
      this.guarded = guarded;
    }

    void read() throws InterruptedException {
      if (guarded) {
        mutex.acquire();
      }
      if (++readers == 1) {
        room.acquire();
      }
      if (guarded) {
        mutex.release();
      }
      expectEquals(0, book % 2);
      if (guarded) {
        mutex.acquire();
      }
      if (--readers == 0) {
        room.release();
      }
      if (guarded) {
        mutex.release();
      }
    }

    void write() throws InterruptedException {
      room.acquire();
      book++;
      book++;
      room.release();
    }
  }

  static Program readersBad() {
    var library = new Library(false);
    return Program.of(library::read, library::read, library::write);
  }

  static Program readersGood() {
    var library = new Library(true);
    return Program.of(library::read, library::read, library::write);
  }

  /// One condition for "not full" and "not empty", and `signal` for either.
  private static final class Buffer {
    final ReentrantLock lock = new ReentrantLock();
    final Condition notEmpty = lock.newCondition();
    final Condition notFull;
    Integer item;

    Buffer(boolean two) {
      notFull = two ? lock.newCondition() : notEmpty;
    }

    void put(int value) throws InterruptedException {
      lock.lock();
      try {
        while (item != null) {
          notFull.await();
        }
        item = value;
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
    }

    int take() throws InterruptedException {
      lock.lock();
      try {
        while (item == null) {
          notEmpty.await();
        }
        var value = item;
        item = null;
        notFull.signal();
        return value;
      } finally {
        lock.unlock();
      }
    }
  }

  private static Program buffer(boolean two) {
    var buffer = new Buffer(two);
    return Program.of(buffer::take, buffer::take, () -> buffer.put(1), () -> buffer.put(2));
  }

  static Program bufferBad() {
    return buffer(false);
  }

  static Program bufferGood() {
    return buffer(true);
  }

  /// A lock of one's own making that is not given back to the one who spins.
  private static Program spinLock(boolean atomic) {
    var held = new AtomicInteger();
    var count = new int[1];
    Program.Body body =
        () -> {
          if (atomic) {
            while (!held.compareAndSet(0, 1)) {
              Thread.onSpinWait();
            }
          } else {
            while (held.get() == 1) {
              Thread.onSpinWait();
            }
            held.set(1);
          }
          count[0]++;
          held.set(0);
        };
    return Program.of(body, body).then(() -> expectEquals(2, count[0]));
  }

  static Program spinLockBad() {
    return spinLock(false);
  }

  static Program spinLockGood() {
    return spinLock(true);
  }

  /// Waits for the second lock without letting go of the first.
  private static Program polite(boolean stepsAside) {
    var left = new ReentrantLock();
    var right = new ReentrantLock();
    return Program.of(
        () -> eatPolitely(left, right, stepsAside), () -> eatPolitely(right, left, stepsAside));
  }

  private static void eatPolitely(ReentrantLock first, ReentrantLock second, boolean stepsAside) {
    while (true) {
      first.lock();
      try {
        while (!second.tryLock() && !stepsAside) {
          Thread.onSpinWait();
        }
        if (second.isHeldByCurrentThread()) {
          second.unlock();
          return;
        }
      } finally {
        first.unlock();
      }
      Thread.yield();
    }
  }

  static Program politeBad() {
    return polite(false);
  }

  static Program politeGood() {
    return polite(true);
  }

  /// A timer's thread ends with the first task that throws.
  private static Program timer(boolean careful) {
    var ticks = new AtomicInteger();
    return Program.of(
        () -> {
          var timer = new Timer();
          timer.schedule(
              new TimerTask() {
                @Override
                public void run() {
                  if (ticks.incrementAndGet() == 1 && !careful) {
                    throw new IllegalStateException("no luck");
                  }
                  if (ticks.get() == 2) {
                    cancel();
                  }
                }
              },
              10,
              10);
          while (ticks.get() < 2) {
            Thread.sleep(100);
          }
          timer.cancel();
        });
  }

  static Program timerBad() {
    return timer(false);
  }

  static Program timerGood() {
    return timer(true);
  }

  private static Program timerOnce(boolean waits) {
    var fired = new AtomicInteger();
    return Program.of(
        () -> {
          var timer = new Timer(true);
          timer.schedule(
              new TimerTask() {
                @Override
                public void run() {
                  fired.incrementAndGet();
                }
              },
              10);
          do {
            Thread.sleep(20);
          } while (waits && fired.get() == 0);
          timer.cancel();
          expectEquals(1, fired.get());
        });
  }

  static Program timerTooLateBad() {
    return timerOnce(false);
  }

  static Program timerTooLateGood() {
    return timerOnce(true);
  }
}
