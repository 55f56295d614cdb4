package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Latches, barriers, phasers and exchangers: who counts, who waits, who comes too late.
final class Gates {
  private Gates() {}

  private static void fails() {
    throw new IllegalStateException("no luck");
  }

  static Program latchMissedBad() {
    var done = new CountDownLatch(1);
    return Program.of(
        () -> {
          try {
            fails();
            done.countDown();
          } catch (IllegalStateException expected) {
            // nobody counts
          }
        },
        done::await);
  }

  static Program latchMissedGood() {
    var done = new CountDownLatch(1);
    return Program.of(
        () -> {
          try {
            fails();
          } catch (IllegalStateException expected) {
            // counted below
          } finally {
            done.countDown();
          }
        },
        done::await);
  }

  /// Counts down before the work is published.
  private static Program latchOrder(boolean early) {
    var done = new CountDownLatch(1);
    var result = new int[1];
    return Program.of(
        () -> {
          if (early) {
            done.countDown();
          }
          result[0] = 5;
          if (!early) {
            done.countDown();
          }
        },
        () -> {
          done.await();
          expectEquals(5, result[0]);
        });
  }

  static Program latchOrderBad() {
    return latchOrder(true);
  }

  static Program latchOrderGood() {
    return latchOrder(false);
  }

  static Program latchTimedBad() {
    var done = new CountDownLatch(1);
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          result.set(5);
          done.countDown();
        },
        () -> {
          done.await(1, TimeUnit.SECONDS);
          expectEquals(5, result.get());
        });
  }

  static Program latchTimedGood() {
    var done = new CountDownLatch(1);
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          result.set(5);
          done.countDown();
        },
        () -> {
          if (done.await(1, TimeUnit.SECONDS)) {
            expectEquals(5, result.get());
          }
        });
  }

  static Program barrierPartiesBad() {
    var barrier = new CyclicBarrier(3);
    return Program.of(barrier::await, barrier::await);
  }

  static Program barrierPartiesGood() {
    var barrier = new CyclicBarrier(2);
    return Program.of(barrier::await, barrier::await);
  }

  /// Two rounds over one array; the second may only begin when all have read the first.
  private static Program rounds(int barriers) {
    var barrier = new CyclicBarrier(2);
    var cells = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
    return Program.of(
        () -> round(barrier, cells, 0, barriers), () -> round(barrier, cells, 1, barriers));
  }

  private static void round(CyclicBarrier barrier, AtomicInteger[] cells, int me, int barriers)
      throws InterruptedException, BrokenBarrierException {
    cells[me].set(1);
    barrier.await();
    expectEquals(1, cells[1 - me].get());
    if (barriers == 2) {
      barrier.await();
    }
    cells[me].set(2);
  }

  static Program barrierReuseBad() {
    return rounds(1);
  }

  static Program barrierReuseGood() {
    return rounds(2);
  }

  /// One party gives up; the other takes a broken barrier for a full one.
  private static Program broken(boolean looks) {
    var barrier = new CyclicBarrier(2);
    var ready = new AtomicInteger();
    return Program.of(
        () -> {
          Thread.currentThread().interrupt();
          try {
            barrier.await();
          } catch (InterruptedException | BrokenBarrierException e) {
            return;
          }
          ready.incrementAndGet();
        },
        () -> {
          try {
            ready.incrementAndGet();
            barrier.await();
          } catch (BrokenBarrierException e) {
            if (looks) {
              return;
            }
          }
          expectEquals(2, ready.get());
        });
  }

  static Program barrierBrokenBad() {
    return broken(false);
  }

  static Program barrierBrokenGood() {
    return broken(true);
  }

  static Program barrierActionBad() {
    var sum = new int[1];
    var parts = new int[2];
    var barrier = new CyclicBarrier(2);
    return Program.of(
            () -> {
              parts[0] = 3;
              barrier.await();
            },
            () -> {
              parts[1] = 4;
              sum[0] = parts[0] + parts[1];
              barrier.await();
            })
        .then(() -> expectEquals(7, sum[0]));
  }

  static Program barrierActionGood() {
    var sum = new int[1];
    var parts = new int[2];
    var barrier = new CyclicBarrier(2, () -> sum[0] = parts[0] + parts[1]);
    return Program.of(
        () -> {
          parts[0] = 3;
          barrier.await();
          expectEquals(7, sum[0]);
        },
        () -> {
          parts[1] = 4;
          barrier.await();
          expectEquals(7, sum[0]);
        });
  }

  private static Program phaser(boolean leaves) {
    var phaser = new Phaser(2);
    return Program.of(
        () -> {
          phaser.arriveAndAwaitAdvance();
          if (leaves) {
            phaser.arriveAndDeregister();
          }
        },
        () -> {
          phaser.arriveAndAwaitAdvance();
          phaser.arriveAndAwaitAdvance();
        });
  }

  static Program phaserLeavesBad() {
    return phaser(false);
  }

  static Program phaserLeavesGood() {
    return phaser(true);
  }

  /// Registers inside the task: the waiter may have passed before anybody registered.
  private static Program lateRegistration(boolean late) {
    var phaser = new Phaser(1);
    var done = new AtomicInteger();
    if (!late) {
      phaser.register();
    }
    return Program.of(
        () -> {
          if (late) {
            phaser.register();
          }
          done.incrementAndGet();
          phaser.arriveAndDeregister();
        },
        () -> {
          phaser.arriveAndAwaitAdvance();
          expectEquals(1, done.get());
        });
  }

  static Program phaserLateBad() {
    return lateRegistration(true);
  }

  static Program phaserLateGood() {
    return lateRegistration(false);
  }

  static Program exchangeOfThreeBad() {
    var exchanger = new Exchanger<Integer>();
    Program.Body body = () -> exchanger.exchange(1);
    return Program.of(body, body, body);
  }

  static Program exchangeOfThreeGood() {
    var exchanger = new Exchanger<Integer>();
    return Program.of(
        () -> expectEquals(2, exchanger.exchange(1)), () -> expectEquals(1, exchanger.exchange(2)));
  }

  /// Goes on writing into the buffer it has given away.
  private static Program exchangedBuffer(boolean keeps) {
    var exchanger = new Exchanger<int[]>();
    return Program.of(
        () -> {
          var mine = new int[] {1};
          var got = exchanger.exchange(mine);
          (keeps ? mine : got)[0] = 9;
        },
        () -> {
          var got = exchanger.exchange(new int[] {2});
          expect(got[0] == 1, "what was exchanged stays as it was");
        });
  }

  static Program exchangedBufferBad() {
    return exchangedBuffer(true);
  }

  static Program exchangedBufferGood() {
    return exchangedBuffer(false);
  }
}
