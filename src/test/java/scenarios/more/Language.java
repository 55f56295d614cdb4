package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.locks.ReentrantLock;

/// Read, change, write in every type and every corner of the language.
final class Language {
  private Language() {}

  private static class Cell<T extends Number> {
    T value;

    Cell(T value) {
      this.value = value;
    }

    class Inner {
      @SuppressWarnings("unchecked")
      void add() {
        value = (T) (Integer) (value.intValue() + 1);
      }

      synchronized void addLocked() {
        synchronized (Cell.this) {
          add();
        }
      }
    }
  }

  /// Each inner object has a monitor of its own; the outer one is shared.
  static Program innerBad() {
    var cell = new Cell<>(0);
    var a = cell.new Inner();
    var b = cell.new Inner();
    return Program.of(
            () -> {
              synchronized (a) {
                a.add();
              }
            },
            () -> {
              synchronized (b) {
                b.add();
              }
            })
        .then(() -> expectEquals(2, cell.value));
  }

  static Program innerGood() {
    var cell = new Cell<>(0);
    return Program.of(cell.new Inner()::addLocked, cell.new Inner()::addLocked)
        .then(() -> expectEquals(2, cell.value));
  }

  private enum Counter {
    ONLY {
      @Override
      void add() {
        count++;
      }
    };

    int count;

    abstract void add();

    synchronized void addLocked() {
      add();
    }
  }

  static Program enumBad() {
    Counter.ONLY.count = 0;
    return Program.of(Counter.ONLY::add, Counter.ONLY::add)
        .then(() -> expectEquals(2, Counter.ONLY.count));
  }

  static Program enumGood() {
    Counter.ONLY.count = 0;
    return Program.of(Counter.ONLY::addLocked, Counter.ONLY::addLocked)
        .then(() -> expectEquals(2, Counter.ONLY.count));
  }

  /// A record is as mutable as what it holds.
  private record Holder(int[] cells) {
    Holder {
      if (cells.length == 0) {
        throw new IllegalArgumentException("empty");
      }
    }

    void add() {
      cells[0]++;
    }
  }

  static Program recordBad() {
    var holder = new Holder(new int[1]);
    return Program.of(holder::add, holder::add).then(() -> expectEquals(2, holder.cells[0]));
  }

  static Program recordGood() {
    var holder = new Holder(new int[1]);
    Program.Body add =
        () -> {
          synchronized (holder) {
            holder.add();
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, holder.cells[0]));
  }

  private static final class Ids {
    static int next = firstId();
    static long total;

    private static int firstId() {
      return 10;
    }

    static int take() {
      return next++;
    }

    static synchronized int takeLocked() {
      return next++;
    }
  }

  static Program staticInitBad() {
    var seen = new int[2];
    return Program.of(() -> seen[0] = Ids.take(), () -> seen[1] = Ids.take())
        .then(() -> expect(seen[0] + seen[1] == 21, "10 and 11"));
  }

  static Program staticInitGood() {
    var seen = new int[2];
    return Program.of(() -> seen[0] = Ids.takeLocked(), () -> seen[1] = Ids.takeLocked())
        .then(() -> expect(seen[0] + seen[1] == 21, "10 and 11"));
  }

  /// Returns out of the middle, throws out of the middle, and unlocks all the same.
  private static final class Exits {
    final ReentrantLock lock = new ReentrantLock();
    int count;

    int exit(int how) {
      lock.lock();
      try {
        count++;
        if (how == 0) {
          return count;
        }
        if (how == 1) {
          throw new IllegalArgumentException("one");
        }
        for (var i = 0; ; i++) {
          if (i > how) {
            break;
          }
        }
      } catch (IllegalArgumentException e) {
        return -1;
      } finally {
        lock.unlock();
      }
      return 0;
    }

    int exitEarly(int how) {
      lock.lock();
      count++;
      if (how == 0) {
        return count;
      }
      lock.unlock();
      return 0;
    }
  }

  static Program exitsBad() {
    var exits = new Exits();
    return Program.of(() -> exits.exitEarly(0), () -> exits.exitEarly(1));
  }

  static Program exitsGood() {
    var exits = new Exits();
    return Program.of(() -> exits.exit(0), () -> exits.exit(1), () -> exits.exit(2))
        .then(() -> expectEquals(3, exits.count));
  }

  private sealed interface Shape {
    record Square(int side) implements Shape {}

    record Circle(int radius) implements Shape {}
  }

  private static int area(Shape shape) {
    return switch (shape) {
      case Shape.Square(var side) when side > 10 -> 100;
      case Shape.Square(var side) -> side * side;
      case Shape.Circle(var radius) -> 3 * radius * radius;
    };
  }

  private static Program patterns(boolean locked) {
    var area = new int[1];
    var lock = new Object();
    return Program.of(
            () -> {
              if (locked) {
                synchronized (lock) {
                  area[0] += area(new Shape.Square(2));
                }
              } else {
                area[0] += area(new Shape.Square(2));
              }
            },
            () -> {
              synchronized (lock) {
                area[0] += area(new Shape.Circle(1));
              }
            })
        .then(() -> expectEquals(7, area[0]));
  }

  static Program patternsBad() {
    return patterns(false);
  }

  static Program patternsGood() {
    return patterns(true);
  }

  private static final ScopedValue<String> USER = ScopedValue.newInstance();

  /// A scoped value is bound in this thread, not in those it starts.
  private static Program scoped(boolean rebinds) {
    return Program.of(
        () ->
            ScopedValue.where(USER, "ann")
                .run(
                    () -> {
                      var name = USER.get();
                      Runnable greet = () -> expectEquals("ann", USER.get());
                      var thread =
                          Thread.startVirtualThread(
                              rebinds ? () -> ScopedValue.where(USER, name).run(greet) : greet);
                      try {
                        thread.join();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
  }

  static Program scopedBad() {
    return scoped(false);
  }

  static Program scopedGood() {
    return scoped(true);
  }
}
