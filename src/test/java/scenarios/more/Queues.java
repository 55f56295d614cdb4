package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Every blocking queue, used the way it is meant and another way.
final class Queues {
  private Queues() {}

  static Program offerIgnoredBad() {
    var queue = new ArrayBlockingQueue<Integer>(1);
    return Program.of(
        () -> {
          queue.offer(1);
          queue.offer(2);
        },
        () -> {
          queue.take();
          queue.take();
        });
  }

  static Program offerIgnoredGood() {
    var queue = new ArrayBlockingQueue<Integer>(1);
    return Program.of(
        () -> {
          queue.put(1);
          queue.put(2);
        },
        () -> {
          expectEquals(1, queue.take());
          expectEquals(2, queue.take());
        });
  }

  /// Looks whether there is something and then waits for it.
  static Program peekTakeBad() {
    var queue = new LinkedBlockingQueue<Integer>();
    queue.add(1);
    Program.Body worker =
        () -> {
          if (queue.peek() != null) {
            queue.take();
          }
        };
    return Program.of(worker, worker);
  }

  static Program peekTakeGood() {
    var queue = new LinkedBlockingQueue<Integer>();
    queue.add(1);
    Program.Body worker = queue::poll;
    return Program.of(worker, worker).then(() -> expect(queue.isEmpty(), "nothing is left"));
  }

  private static Program pills(int pills) {
    var queue = new LinkedBlockingQueue<String>();
    Program.Body consumer =
        () -> {
          while (!queue.take().equals("stop")) {}
        };
    return Program.of(
        consumer,
        consumer,
        () -> {
          queue.put("work");
          for (var i = 0; i < pills; i++) {
            queue.put("stop");
          }
        });
  }

  static Program poisonPillBad() {
    return pills(1);
  }

  static Program poisonPillGood() {
    return pills(2);
  }

  /// The priority decides only among those who are there.
  static Program priorityBad() {
    var queue = new PriorityBlockingQueue<Integer>();
    return Program.of(
        () -> {
          queue.put(2);
          queue.put(1);
        },
        () -> expectEquals(1, queue.take()));
  }

  static Program priorityGood() {
    var queue = new PriorityBlockingQueue<Integer>();
    return Program.of(
        () -> {
          queue.put(2);
          queue.put(1);
        },
        () -> expectEquals(3, queue.take() + queue.take()));
  }

  private record Due(int number, long at) implements Delayed {
    static Due in(int number, long millis) {
      return new Due(number, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Due) other).at);
    }
  }

  static Program delayBad() {
    var queue = new DelayQueue<Due>();
    return Program.of(() -> queue.put(Due.in(1, 10)), () -> expectEquals(1, queue.poll().number));
  }

  static Program delayGood() {
    var queue = new DelayQueue<Due>();
    return Program.of(() -> queue.put(Due.in(1, 10)), () -> expectEquals(1, queue.take().number));
  }

  /// Transfer waits for a receiver, put does not.
  private static Program transfer(boolean waits) {
    var queue = new LinkedTransferQueue<Integer>();
    var received = new AtomicInteger();
    return Program.of(
        () -> {
          if (waits) {
            queue.transfer(1);
          } else {
            queue.put(1);
          }
          expect(received.get() > 0 || waits, "it has been received");
        },
        () -> {
          received.incrementAndGet();
          queue.take();
        });
  }

  static Program transferBad() {
    return transfer(false);
  }

  static Program transferGood() {
    return transfer(true);
  }

  static Program handOffBad() {
    var queue = new SynchronousQueue<Integer>();
    return Program.of(() -> queue.offer(1), () -> queue.take());
  }

  static Program handOffGood() {
    var queue = new SynchronousQueue<Integer>();
    return Program.of(() -> queue.put(1), () -> expectEquals(1, queue.take()));
  }

  /// Two stages, each of which fills the other's queue before it empties its own.
  private static Program pipeline(int capacity) {
    var there = new ArrayBlockingQueue<Integer>(capacity);
    var back = new ArrayBlockingQueue<Integer>(capacity);
    return Program.of(() -> stage(there, back), () -> stage(back, there));
  }

  private static void stage(BlockingQueue<Integer> out, BlockingQueue<Integer> in)
      throws InterruptedException {
    out.put(1);
    out.put(2);
    expectEquals(3, in.take() + in.take());
  }

  static Program fullBothWaysBad() {
    return pipeline(1);
  }

  static Program fullBothWaysGood() {
    return pipeline(2);
  }

  /// Work stealing: looks at the end of the deque and then takes from it.
  private static Program steal(boolean atOnce) {
    BlockingDeque<Integer> deque = new LinkedBlockingDeque<>();
    deque.add(1);
    var taken = new AtomicInteger();
    return Program.of(
            () -> {
              if (deque.pollFirst() != null) {
                taken.incrementAndGet();
              }
            },
            () -> {
              if (atOnce
                  ? deque.pollLast() != null
                  : !deque.isEmpty() && deque.takeLast() != null) {
                taken.incrementAndGet();
              }
            })
        .then(() -> expectEquals(1, taken.get()));
  }

  static Program stealBad() {
    return steal(false);
  }

  static Program stealGood() {
    return steal(true);
  }

  static Program pollTimeoutBad() {
    var queue = new LinkedBlockingQueue<Integer>();
    return Program.of(
        () -> queue.put(1), () -> expectEquals(1, (int) queue.poll(100, TimeUnit.MILLISECONDS)));
  }

  static Program pollTimeoutGood() {
    var queue = new LinkedBlockingQueue<Integer>();
    return Program.of(
        () -> queue.put(1),
        () -> {
          Integer got = null;
          while (got == null) {
            got = queue.poll(100, TimeUnit.MILLISECONDS);
          }
          expectEquals(1, got);
        });
  }

  /// Counts what is left with `size`, which is old when it is used.
  private static Program drain(boolean bySize) {
    var queue = new LinkedBlockingQueue<Integer>(java.util.List.of(1, 2));
    Program.Body worker =
        () -> {
          if (bySize) {
            for (var left = queue.size(); left > 0; left--) {
              queue.remove();
            }
          } else {
            queue.drainTo(new java.util.ArrayList<>());
          }
        };
    return Program.of(worker, worker);
  }

  static Program drainBad() {
    return drain(true);
  }

  static Program drainGood() {
    return drain(false);
  }
}
