package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/// Publication, torn values, flags: what another thread may see, and when.
final class Visibility {
  private Visibility() {}

  private static final class Plain {
    int value;

    Plain(int value) {
      this.value = value;
    }
  }

  private static final class Frozen {
    final int value;

    Frozen(int value) {
      this.value = value;
    }
  }

  private static final class Slot {
    Plain plain;
    volatile Plain visible;
    Frozen frozen;
  }

  static Program publicationBad() {
    var slot = new Slot();
    return Program.of(
        () -> slot.plain = new Plain(5),
        () -> {
          var seen = slot.plain;
          if (seen != null) {
            expectEquals(5, seen.value);
          }
        });
  }

  static Program publicationGood() {
    var slot = new Slot();
    return Program.of(
        () -> slot.visible = new Plain(5),
        () -> {
          var seen = slot.visible;
          if (seen != null) {
            expectEquals(5, seen.value);
          }
        });
  }

  /// Changed after it has been published.
  static Program changedLaterBad() {
    var slot = new Slot();
    return Program.of(
        () -> {
          var made = new Plain(0);
          slot.visible = made;
          made.value = 5;
        },
        () -> {
          var seen = slot.visible;
          if (seen != null) {
            expectEquals(5, seen.value);
          }
        });
  }

  static Program changedLaterGood() {
    return publicationGood();
  }

  private static final class Listeners {
    final List<Runnable> all = new ArrayList<>();

    synchronized void add(Runnable listener) {
      all.add(listener);
    }

    void tell() {
      List<Runnable> now;
      synchronized (this) {
        now = List.copyOf(all);
      }
      now.forEach(Runnable::run);
    }
  }

  /// Registers itself before it is complete.
  private static final class Listener {
    private final int value;

    Listener(Listeners early) {
      if (early != null) {
        early.add(this::heard);
      }
      value = 5;
    }

    void heard() {
      expectEquals(5, value);
    }
  }

  static Program escapeBad() {
    var listeners = new Listeners();
    return Program.of(() -> new Listener(listeners), listeners::tell);
  }

  static Program escapeGood() {
    var listeners = new Listeners();
    return Program.of(
        () -> {
          var listener = new Listener(null);
          listeners.add(listener::heard);
        },
        listeners::tell);
  }

  /// A guest is an object inside its house, and reads a field of it.
  private static final class House {
    private final Listeners listeners = new Listeners();
    private volatile int rooms;

    private final class Guest {
      private final int room;

      Guest() {
        listeners.add(this::heard);
        takeTheLast();
        room = rooms;
      }

      private void takeTheLast() {
        rooms = 5;
      }

      void heard() {
        expectEquals(rooms, room);
      }
    }

    private Guest guest() {
      return new Guest();
    }

    private void lateGuest() {
      var guest =
          new Object() {
            private final int room = ++rooms;
          };
      listeners.add(() -> expectEquals(rooms, guest.room));
    }
  }

  static Program innerEscapeBad() {
    var house = new House();
    return Program.of(house::guest, house.listeners::tell);
  }

  static Program innerEscapeGood() {
    var house = new House();
    return Program.of(house::lateGuest, house.listeners::tell);
  }

  private static final class Wide {
    double plain;
    volatile double whole;
    final long[] cells = new long[1];
  }

  static Program tornBad() {
    var wide = new Wide();
    return Program.of(
        () -> wide.plain = -0.1,
        () -> {
          var seen = wide.plain;
          expect(seen == 0 || seen == -0.1, "half a double: " + seen);
        });
  }

  static Program tornGood() {
    var wide = new Wide();
    return Program.of(
        () -> wide.whole = -0.1,
        () -> {
          var seen = wide.whole;
          expect(seen == 0 || seen == -0.1, "half a double: " + seen);
        });
  }

  static Program tornElementBad() {
    var wide = new Wide();
    return Program.of(
        () -> wide.cells[0] = -1L,
        () -> {
          var seen = wide.cells[0];
          expect(seen == 0 || seen == -1, "half a long: " + seen);
        });
  }

  static Program tornElementGood() {
    var cells = new AtomicLongArray(1);
    return Program.of(
        () -> cells.set(0, -1L),
        () -> {
          var seen = cells.get(0);
          expect(seen == 0 || seen == -1, "half a long: " + seen);
        });
  }

  private static final class Flags {
    boolean stop;
    volatile boolean stopNow;
    int work;
  }

  static Program stopFlagBad() {
    var flags = new Flags();
    return Program.of(
        () -> {
          while (!flags.stop) {}
        },
        () -> flags.stop = true);
  }

  static Program stopFlagGood() {
    var flags = new Flags();
    return Program.of(
        () -> {
          while (!flags.stopNow) {
            Thread.onSpinWait();
          }
          expectEquals(5, flags.work);
        },
        () -> {
          flags.work = 5;
          flags.stopNow = true;
        });
  }

  /// A volatile array reference says nothing about the elements.
  private static final class Cells {
    volatile int[] cells = new int[1];
  }

  static Program volatileArrayBad() {
    var shared = new Cells();
    return Program.of(() -> shared.cells[0]++, () -> shared.cells[0]++)
        .then(() -> expectEquals(2, shared.cells[0]));
  }

  static Program volatileArrayGood() {
    var shared = new Cells();
    Program.Body add =
        () -> {
          synchronized (shared) {
            shared.cells[0]++;
          }
        };
    return Program.of(add, add).then(() -> expectEquals(2, shared.cells[0]));
  }
}
