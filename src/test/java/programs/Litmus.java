package programs;

import java.util.List;
import java.util.function.Supplier;
import workbook.Scenario;
import workbook.explore.FinalStates;

/// The classic small programs of memory models, each with plain and with volatile variables. What
/// each run saw is told to [FinalStates].
public final class Litmus {
  private Litmus() {}

  static Scenario of(Supplier<String> seen, Scenario.Body... bodies) {
    return new Scenario() {
      @Override
      public List<Body> bodies() {
        return List.of(bodies);
      }

      @Override
      public void check() {
        FinalStates.add(seen.get());
      }
    };
  }

  /// Two plain and two volatile variables, and what up to four reads saw.
  private static final class Vars {
    int x;
    int y;
    volatile int vx;
    volatile int vy;
    final int[] r = new int[4];

    String seen(int reads) {
      var text = new StringBuilder();
      for (var i = 0; i < reads; i++) {
        text.append(r[i]);
      }
      return text.toString();
    }
  }

  static Scenario storeBuffering() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.x = 1;
          v.r[0] = v.y;
        },
        () -> {
          v.y = 1;
          v.r[1] = v.x;
        });
  }

  static Scenario storeBufferingVolatile() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.vx = 1;
          v.r[0] = v.vy;
        },
        () -> {
          v.vy = 1;
          v.r[1] = v.vx;
        });
  }

  static Scenario messagePassing() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.x = 1;
          v.y = 1;
        },
        () -> {
          v.r[0] = v.y;
          v.r[1] = v.x;
        });
  }

  static Scenario messagePassingVolatile() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.x = 1;
          v.vy = 1;
        },
        () -> {
          v.r[0] = v.vy;
          if (v.r[0] == 1) {
            v.r[1] = v.x;
          }
        });
  }

  static Scenario loadBuffering() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.r[0] = v.x;
          v.y = 1;
        },
        () -> {
          v.r[1] = v.y;
          v.x = 1;
        });
  }

  static Scenario coherence() {
    var v = new Vars();
    return of(
        () -> v.seen(2),
        () -> {
          v.x = 1;
          v.x = 2;
        },
        () -> {
          v.r[0] = v.x;
          v.r[1] = v.x;
        });
  }

  static Scenario independentReads() {
    var v = new Vars();
    return of(
        () -> v.seen(4),
        () -> v.x = 1,
        () -> v.y = 1,
        () -> {
          v.r[0] = v.x;
          v.r[1] = v.y;
        },
        () -> {
          v.r[2] = v.y;
          v.r[3] = v.x;
        });
  }

  static Scenario independentReadsVolatile() {
    var v = new Vars();
    return of(
        () -> v.seen(4),
        () -> v.vx = 1,
        () -> v.vy = 1,
        () -> {
          v.r[0] = v.vx;
          v.r[1] = v.vy;
        },
        () -> {
          v.r[2] = v.vy;
          v.r[3] = v.vx;
        });
  }

  /// An object that is complete when its constructor ends.
  private static final class Frozen {
    final int value;
    final int[] values = new int[1];

    Frozen() {
      value = 5;
      values[0] = 5;
    }
  }

  /// An object that shows itself to everybody before it is complete.
  private static final class Early {
    final int value;

    Early(Published published) {
      published.early = this;
      value = 5;
    }
  }

  private static final class Published {
    Frozen frozen;
    Early early;
    int seen = -1;
  }

  static Scenario finalField() {
    var published = new Published();
    return of(
        () -> "" + published.seen,
        () -> published.frozen = new Frozen(),
        () -> {
          var frozen = published.frozen;
          published.seen = frozen == null ? -1 : frozen.value;
        });
  }

  static Scenario behindAFinalField() {
    var published = new Published();
    return of(
        () -> "" + published.seen,
        () -> published.frozen = new Frozen(),
        () -> {
          var frozen = published.frozen;
          published.seen = frozen == null ? -1 : frozen.values[0];
        });
  }

  static Scenario finalFieldTooEarly() {
    var published = new Published();
    return of(
        () -> "" + published.seen,
        () -> new Early(published),
        () -> {
          var early = published.early;
          published.seen = early == null ? -1 : early.value;
        });
  }
}
