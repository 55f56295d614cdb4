package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

/// Mutual exclusion without locks: entry protocols, which need every write to be seen at once.
final class EntryProtocols {
  private EntryProtocols() {}

  private static final class Peterson {
    final boolean careful;
    boolean wants0;
    boolean wants1;
    volatile boolean sees0;
    volatile boolean sees1;
    volatile int turn;
    int count;

    Peterson(boolean careful) {
      this.careful = careful;
    }

    void first() {
      if (careful) {
        sees0 = true;
      } else {
        wants0 = true;
      }
      turn = 1;
      while ((careful ? sees1 : wants1) && turn == 1) {
        Thread.onSpinWait();
      }
      count++;
      if (careful) {
        sees0 = false;
      } else {
        wants0 = false;
      }
    }

    void second() {
      if (careful) {
        sees1 = true;
      } else {
        wants1 = true;
      }
      turn = 0;
      while ((careful ? sees0 : wants0) && turn == 0) {
        Thread.onSpinWait();
      }
      count++;
      if (careful) {
        sees1 = false;
      } else {
        wants1 = false;
      }
    }
  }

  private static Program peterson(boolean careful) {
    var lock = new Peterson(careful);
    return Program.of(lock::first, lock::second).then(() -> expectEquals(2, lock.count));
  }

  static Program petersonBad() {
    return peterson(false);
  }

  static Program petersonGood() {
    return peterson(true);
  }

  private static final class Dekker {
    volatile int x;
    volatile int y;
    int plainX;
    int plainY;
    int inside;
  }

  static Program dekkerBad() {
    var d = new Dekker();
    var seen = new int[2];
    return Program.of(
            () -> {
              d.plainX = 1;
              seen[0] = d.plainY;
            },
            () -> {
              d.plainY = 1;
              seen[1] = d.plainX;
            })
        .then(() -> expect(seen[0] + seen[1] > 0, "both saw nothing"));
  }

  static Program dekkerGood() {
    var d = new Dekker();
    var seen = new int[2];
    return Program.of(
            () -> {
              d.x = 1;
              seen[0] = d.y;
            },
            () -> {
              d.y = 1;
              seen[1] = d.x;
            })
        .then(() -> expect(seen[0] + seen[1] > 0, "both saw nothing"));
  }
}
