package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Permits that leak, are taken one by one, or are given back by those who never had one.
final class Semaphores {
  private Semaphores() {}

  private static void work(boolean fails) {
    if (fails) {
      throw new IllegalStateException("no luck");
    }
  }

  static Program leakBad() {
    var permits = new Semaphore(1);
    return Program.of(
        () -> {
          try {
            permits.acquire();
            work(true);
            permits.release();
          } catch (IllegalStateException expected) {
            // goes on without the release
          }
        },
        () -> {
          permits.acquire();
          permits.release();
        });
  }

  static Program leakGood() {
    var permits = new Semaphore(1);
    return Program.of(
        () -> {
          permits.acquire();
          try {
            work(true);
          } catch (IllegalStateException expected) {
            // the permit is given back all the same
          } finally {
            permits.release();
          }
        },
        () -> {
          permits.acquire();
          permits.release();
        });
  }

  private static void oneByOne(Semaphore permits) throws InterruptedException {
    permits.acquire();
    permits.acquire();
    permits.release(2);
  }

  private static void atOnce(Semaphore permits) throws InterruptedException {
    permits.acquire(2);
    permits.release(2);
  }

  static Program twoPermitsBad() {
    var permits = new Semaphore(2);
    return Program.of(() -> oneByOne(permits), () -> oneByOne(permits));
  }

  static Program twoPermitsGood() {
    var permits = new Semaphore(2);
    return Program.of(() -> atOnce(permits), () -> atOnce(permits));
  }

  /// An interrupted acquire took nothing, but `finally` gives something back.
  private static void releasesAlways(Semaphore permits, AtomicInteger inside) {
    try {
      permits.acquire();
      expectEquals(1, inside.incrementAndGet());
      inside.decrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      permits.release();
    }
  }

  private static void releasesItsOwn(Semaphore permits, AtomicInteger inside) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      expectEquals(1, inside.incrementAndGet());
      inside.decrementAndGet();
    } finally {
      permits.release();
    }
  }

  static Program interruptedBad() {
    var permits = new Semaphore(1);
    var inside = new AtomicInteger();
    return Program.of(
        () -> {
          Thread.currentThread().interrupt();
          releasesAlways(permits, inside);
        },
        () -> releasesAlways(permits, inside),
        () -> releasesAlways(permits, inside));
  }

  static Program interruptedGood() {
    var permits = new Semaphore(1);
    var inside = new AtomicInteger();
    return Program.of(
        () -> {
          Thread.currentThread().interrupt();
          releasesItsOwn(permits, inside);
        },
        () -> releasesItsOwn(permits, inside),
        () -> releasesItsOwn(permits, inside));
  }

  static Program timedOutBad() {
    var permits = new Semaphore(1);
    var inside = new AtomicInteger();
    return Program.of(
        () -> {
          permits.tryAcquire(1, TimeUnit.SECONDS);
          expectEquals(1, inside.incrementAndGet());
          inside.decrementAndGet();
          permits.release();
        },
        () -> {
          permits.acquire();
          expectEquals(1, inside.incrementAndGet());
          inside.decrementAndGet();
          permits.release();
        });
  }

  static Program timedOutGood() {
    var permits = new Semaphore(1);
    var inside = new AtomicInteger();
    return Program.of(
        () -> {
          if (!permits.tryAcquire(1, TimeUnit.SECONDS)) {
            return;
          }
          expectEquals(1, inside.incrementAndGet());
          inside.decrementAndGet();
          permits.release();
        },
        () -> {
          permits.acquire();
          expectEquals(1, inside.incrementAndGet());
          inside.decrementAndGet();
          permits.release();
        });
  }

  /// A pool of one connection; permits count the connections, but the list needs a lock of its own.
  private static final class Pool {
    final Semaphore free = new Semaphore(2);
    final ArrayDeque<String> items = new ArrayDeque<>(java.util.List.of("a", "b"));
    final boolean locked;

    Pool(boolean locked) {
      this.locked = locked;
    }

    String take() throws InterruptedException {
      free.acquire();
      if (!locked) {
        return items.pop();
      }
      synchronized (items) {
        return items.pop();
      }
    }

    void give(String item) {
      if (locked) {
        synchronized (items) {
          items.push(item);
        }
      } else {
        items.push(item);
      }
      free.release();
    }
  }

  private static Program pool(boolean locked) {
    var pool = new Pool(locked);
    return Program.of(() -> pool.give(pool.take()), () -> pool.give(pool.take()))
        .then(() -> expect(pool.items.size() == 2, "both items are back"));
  }

  static Program poolBad() {
    return pool(false);
  }

  static Program poolGood() {
    return pool(true);
  }

  /// A rendezvous of two: each lets the other go on before it waits itself.
  static Program rendezvousBad() {
    var first = new Semaphore(0);
    var second = new Semaphore(0);
    return Program.of(
        () -> {
          second.acquire();
          first.release();
        },
        () -> {
          first.acquire();
          second.release();
        });
  }

  static Program rendezvousGood() {
    var first = new Semaphore(0);
    var second = new Semaphore(0);
    return Program.of(
        () -> {
          first.release();
          second.acquire();
        },
        () -> {
          second.release();
          first.acquire();
        });
  }

  /// Counts tokens in a rate limiter: looking is not taking.
  static Program limiterBad() {
    var tokens = new Semaphore(1);
    var served = new AtomicInteger();
    Program.Body request =
        () -> {
          if (tokens.availablePermits() > 0) {
            tokens.acquire();
            served.incrementAndGet();
          }
        };
    return Program.of(request, request).then(() -> expectEquals(1, served.get()));
  }

  static Program limiterGood() {
    var tokens = new Semaphore(1);
    var served = new AtomicInteger();
    Program.Body request =
        () -> {
          if (tokens.tryAcquire()) {
            served.incrementAndGet();
          }
        };
    return Program.of(request, request).then(() -> expectEquals(1, served.get()));
  }
}
