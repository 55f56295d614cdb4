package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;

/// Atomic variables, field updaters and variable handles: what one step is, and what it orders.
final class Atomics {
  private Atomics() {}

  private record Node(int value, Node next) {}

  /// A stack whose top is taken away and put back while another still holds the old next.
  static Program abaBad() {
    var b = new Node(2, null);
    var a = new Node(1, b);
    var top = new AtomicReference<>(a);
    return Program.of(
            () -> {
              var seen = top.get();
              var next = seen.next();
              top.compareAndSet(seen, next);
            },
            () -> {
              top.set(b);
              top.set(null);
              top.set(a);
            })
        .then(() -> expect(top.get() != b, "b was taken long ago"));
  }

  static Program abaGood() {
    var b = new Node(2, null);
    var a = new Node(1, b);
    var top = new AtomicStampedReference<>(a, 0);
    var popped = new AtomicBoolean();
    var begun = new AtomicBoolean();
    return Program.of(
            () -> {
              var stamp = new int[1];
              var seen = top.get(stamp);
              if (stamp[0] > 0) {
                return;
              }
              popped.set(top.compareAndSet(seen, seen.next(), 0, 10));
            },
            () -> {
              begun.set(top.compareAndSet(a, b, 0, 1));
              if (!begun.get()) {
                return;
              }
              top.set(null, 2);
              top.set(a, 3);
            })
        .then(() -> expect(popped.get() != begun.get(), "one of the two"));
  }

  static Program casOnceBad() {
    var n = new AtomicInteger();
    Program.Body add =
        () -> {
          var seen = n.get();
          n.compareAndSet(seen, seen + 1);
        };
    return Program.of(add, add).then(() -> expectEquals(2, n.get()));
  }

  static Program casOnceGood() {
    var n = new AtomicInteger();
    Program.Body add =
        () -> {
          int seen;
          do {
            seen = n.get();
          } while (!n.compareAndSet(seen, seen + 1));
        };
    return Program.of(add, add).then(() -> expectEquals(2, n.get()));
  }

  static Program weakCasBad() {
    var n = new AtomicInteger();
    return Program.of(() -> n.weakCompareAndSetVolatile(0, 1)).then(() -> expectEquals(1, n.get()));
  }

  static Program weakCasGood() {
    var n = new AtomicInteger();
    return Program.of(
            () -> {
              while (!n.weakCompareAndSetVolatile(0, 1)) {}
            })
        .then(() -> expectEquals(1, n.get()));
  }

  static Program arrayBad() {
    var cells = new AtomicIntegerArray(2);
    Program.Body add = () -> cells.set(0, cells.get(0) + 1);
    return Program.of(add, add).then(() -> expectEquals(2, cells.get(0)));
  }

  static Program arrayGood() {
    var cells = new AtomicIntegerArray(2);
    Program.Body add = () -> cells.accumulateAndGet(0, 1, Integer::sum);
    return Program.of(add, add).then(() -> expectEquals(2, cells.get(0)));
  }

  /// Takes the sum for a ticket number.
  static Program adderBad() {
    var adder = new LongAdder();
    var tickets = new AtomicIntegerArray(3);
    Program.Body next =
        () -> {
          adder.increment();
          tickets.incrementAndGet((int) adder.sum());
        };
    return Program.of(next, next).then(() -> expectEquals(1, tickets.get(1)));
  }

  static Program adderGood() {
    var adder = new LongAdder();
    return Program.of(adder::increment, adder::increment).then(() -> expectEquals(2L, adder.sum()));
  }

  private static final class Box {
    private static final AtomicIntegerFieldUpdater<Box> VALUE =
        AtomicIntegerFieldUpdater.newUpdater(Box.class, "value");
    private static final VarHandle READY;

    static {
      try {
        READY = MethodHandles.lookup().findVarHandle(Box.class, "ready", boolean.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private volatile int value;
    private boolean ready;
    private int data;
  }

  static Program updaterBad() {
    var box = new Box();
    return Program.of(() -> Box.VALUE.incrementAndGet(box), () -> box.value++)
        .then(() -> expectEquals(2, box.value));
  }

  static Program updaterGood() {
    var box = new Box();
    return Program.of(() -> Box.VALUE.incrementAndGet(box), () -> Box.VALUE.addAndGet(box, 1))
        .then(() -> expectEquals(2, box.value));
  }

  /// Publishes `data` through a handle, in one mode or another.
  private static Program message(
      java.util.function.Consumer<Box> set, java.util.function.Predicate<Box> isSet) {
    var box = new Box();
    return Program.of(
        () -> {
          box.data = 5;
          set.accept(box);
        },
        () -> {
          if (isSet.test(box)) {
            expectEquals(5, box.data);
          }
        });
  }

  static Program handlePlainBad() {
    return message(box -> Box.READY.set(box, true), box -> (boolean) Box.READY.get(box));
  }

  static Program handleOpaqueBad() {
    return message(
        box -> Box.READY.setOpaque(box, true), box -> (boolean) Box.READY.getOpaque(box));
  }

  static Program handleHalfBad() {
    return message(
        box -> Box.READY.setOpaque(box, true), box -> (boolean) Box.READY.getAcquire(box));
  }

  static Program handleOpaqueGood() {
    return message(
        box -> Box.READY.setRelease(box, true), box -> (boolean) Box.READY.getAcquire(box));
  }

  static Program handlePlainGood() {
    return message(
        box -> Box.READY.setVolatile(box, true), box -> (boolean) Box.READY.getVolatile(box));
  }

  static Program handleHalfGood() {
    return message(
        box -> Box.READY.compareAndSet(box, false, true),
        box -> (boolean) Box.READY.getVolatile(box));
  }

  private static Program flag(
      java.util.function.Consumer<AtomicBoolean> set,
      java.util.function.Predicate<AtomicBoolean> isSet) {
    var data = new int[1];
    var ready = new AtomicBoolean();
    return Program.of(
        () -> {
          data[0] = 5;
          set.accept(ready);
        },
        () -> {
          if (isSet.test(ready)) {
            expectEquals(5, data[0]);
          }
        });
  }

  static Program getPlainGood() {
    return flag(ready -> ready.lazySet(true), AtomicBoolean::getAcquire);
  }

  static Program getPlainBad() {
    return flag(ready -> ready.set(true), AtomicBoolean::getPlain);
  }

  static Program setOpaqueBad() {
    return flag(ready -> ready.setOpaque(true), AtomicBoolean::get);
  }

  static Program setOpaqueGood() {
    return flag(ready -> ready.setRelease(true), AtomicBoolean::get);
  }

  /// Store buffering: a lazy write may still be unseen when the next read has been made.
  private static Program entry(boolean lazy) {
    var a = new AtomicInteger();
    var b = new AtomicInteger();
    var seen = new int[2];
    return Program.of(
            () -> {
              if (lazy) {
                a.lazySet(1);
              } else {
                a.set(1);
              }
              seen[0] = b.get();
            },
            () -> {
              if (lazy) {
                b.lazySet(1);
              } else {
                b.set(1);
              }
              seen[1] = a.get();
            })
        .then(() -> expect(seen[0] + seen[1] > 0, "both saw nothing"));
  }

  static Program lazyEntryBad() {
    return entry(true);
  }

  static Program lazyEntryGood() {
    return entry(false);
  }

  private static Program once(boolean atomic) {
    var begun = new AtomicBoolean();
    var times = new AtomicInteger();
    Program.Body start =
        () -> {
          if (atomic ? begun.compareAndSet(false, true) : !begun.get()) {
            begun.set(true);
            times.incrementAndGet();
          }
        };
    return Program.of(start, start).then(() -> expectEquals(1, times.get()));
  }

  static Program onceBad() {
    return once(false);
  }

  static Program onceGood() {
    return once(true);
  }

  /// The invariant spans two variables.
  private record Range(int low, int high) {}

  static Program rangeBad() {
    var low = new AtomicInteger(0);
    var high = new AtomicInteger(10);
    return Program.of(
            () -> {
              if (6 <= high.get()) {
                low.set(6);
              }
            },
            () -> {
              if (low.get() <= 5) {
                high.set(5);
              }
            })
        .then(() -> expect(low.get() <= high.get(), low + " > " + high));
  }

  static Program rangeGood() {
    var range = new AtomicReference<>(new Range(0, 10));
    return Program.of(
            () -> range.updateAndGet(r -> 6 <= r.high() ? new Range(6, r.high()) : r),
            () -> range.updateAndGet(r -> r.low() <= 5 ? new Range(r.low(), 5) : r))
        .then(() -> expect(range.get().low() <= range.get().high(), range.toString()));
  }
}
