package programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Programs that fail, each in a way that takes another part of the story to understand.
public final class Told {
  private Told() {}

  private record Program(List<Body> bodies, Body after) implements Scenario {
    static Program of(Body... bodies) {
      return new Program(List.of(bodies), () -> {});
    }

    Program then(Body check) {
      return new Program(bodies, check);
    }

    @Override
    public void check() throws Exception {
      after.run();
    }
  }

  static Scenario captured() {
    var permits = new Semaphore(2);
    Scenario.Body both =
        () -> {
          permits.acquire();
          permits.acquire();
          permits.release(2);
        };
    return Program.of(both, both);
  }

  static Scenario anonymous() {
    var permits = new Semaphore(1);
    var body =
        new Scenario.Body() {
          @Override
          public void run() throws InterruptedException {
            permits.acquire();
          }
        };
    return Program.of(body, body);
  }

  static Scenario compareAndSet() {
    var owner = new AtomicInteger();
    return Program.of(() -> owner.compareAndSet(0, 1), () -> owner.compareAndSet(0, 2))
        .then(() -> equal(1, owner.get()));
  }

  static Scenario prints() {
    var count = new AtomicInteger();
    Scenario.Body body =
        () -> {
          var seen = count.get();
          System.out.println("saw " + seen);
          for (var letter : "set".toCharArray()) {
            System.out.print(letter);
          }
          System.out.printf(" %d%n", seen + 1);
          count.set(seen + 1);
          IO.println("x".repeat(300));
          System.err.println();
        };
    return Program.of(body, body).then(() -> equal(2, count.get()));
  }

  static Scenario swallowed() {
    var latch = new CountDownLatch(1);
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(1)) {
            pool.submit(
                () -> {
                  fail("bad input");
                  latch.countDown();
                });
            latch.await();
          }
        });
  }

  static Scenario caught() {
    var latch = new CountDownLatch(1);
    return Program.of(
        () -> {
          try {
            fail("bad input");
            latch.countDown();
          } catch (IllegalStateException ignored) {
            Thread.yield();
          }
        },
        latch::await);
  }

  static Scenario holderGone() {
    var lock = new ReentrantLock();
    return Program.of(
        lock::lock,
        () -> {
          lock.lock();
          lock.unlock();
        });
  }

  static Scenario timedWait() {
    var ready = new CountDownLatch(1);
    return Program.of(ready::countDown, () -> equal(true, ready.await(1, TimeUnit.HOURS)));
  }

  static Scenario timedFuture() {
    var number = new CompletableFuture<Integer>();
    return Program.of(
        () -> number.complete(1),
        () -> equal(1, number.completeOnTimeout(-1, 1, TimeUnit.HOURS).join()));
  }

  static Scenario waitZero() {
    var box = new Object();
    return Program.of(
        () -> {
          synchronized (box) {
            box.wait(0);
          }
        });
  }

  static Scenario race() {
    var map = new HashMap<String, Integer>();
    var lock = new Object();
    return Program.of(
        () -> {
          synchronized (lock) {
            map.put("a", 1);
          }
        },
        () -> map.put("b", 2));
  }

  static Scenario lockedRace() {
    var items = new ArrayDeque<>(List.of(1, 2));
    return Program.of(
        () -> {
          synchronized (items) {
            items.pop();
          }
        },
        () -> items.pop());
  }

  static Scenario asserts() {
    var count = new AtomicInteger();
    Scenario.Body add = () -> count.set(count.get() + 1);
    return Program.of(add, add)
        .then(
            () -> {
              if (count.get() != 2) {
                throw new AssertionError();
              }
            });
  }

  static Scenario handle() {
    var box = new Box();
    return Program.of(() -> Box.VALUE.compareAndSet(box, 0, 1), () -> Box.VALUE.getAndSet(box, 7))
        .then(() -> equal(1, box.value));
  }

  /// A field that is reached in another way, too.
  static final class Box {
    static final VarHandle VALUE;

    static {
      try {
        VALUE = MethodHandles.lookup().findVarHandle(Box.class, "value", int.class);
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("no such field", impossible);
      }
    }

    volatile int value;
  }

  static Scenario manyElements() {
    var list = new CopyOnWriteArrayList<>(Collections.nCopies(1_000, "a"));
    Scenario.Body add =
        () -> {
          if (list.size() == 1_000) {
            list.add("b");
          }
        };
    return Program.of(add, add).then(() -> equal(1_001, list.size()));
  }

  /// Ninety-eight threads that have nothing to do with it.
  static Scenario crowd() {
    var sum = new AtomicInteger();
    var count = new AtomicInteger();
    var bodies = new ArrayList<Scenario.Body>();
    Scenario.Body other =
        () -> {
          sum.incrementAndGet();
        };
    for (var n = 0; n < 38; n++) {
      bodies.add(other);
    }
    Scenario.Body add = () -> count.set(count.get() + 1);
    bodies.add(add);
    bodies.add(add);
    return new Program(bodies, () -> equal(2, count.get()));
  }

  /// A test that waits for what it has forgotten to start.
  public static void waitsForNobody() throws InterruptedException {
    var done = new CountDownLatch(1);
    done.await();
  }

  private static void equal(Object expected, Object seen) {
    if (!expected.equals(seen)) {
      throw new AssertionError("expected " + expected + ", saw " + seen);
    }
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }
}
