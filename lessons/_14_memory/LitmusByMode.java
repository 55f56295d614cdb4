package _14_memory;

import java.util.List;

/// Two litmus tests in an access mode of your choice.
public final class LitmusByMode {
  private LitmusByMode() {}

  /// @param mode the name of a [MemoryOrder]
  public static LitmusProgram messagePassing(String mode) {
    var data = new SharedNumber(MemoryOrder.PLAIN);
    var flag = new SharedNumber(MemoryOrder.valueOf(mode));
    var seen = new int[2];
    return new Steps(
        seen,
        () -> {
          data.set(1);
          flag.set(1);
        },
        () -> {
          seen[0] = flag.get();
          seen[1] = seen[0] == 1 ? data.get() : 0;
        });
  }

  public static LitmusProgram storeBuffering(String mode) {
    var x = new SharedNumber(MemoryOrder.valueOf(mode));
    var y = new SharedNumber(MemoryOrder.valueOf(mode));
    var seen = new int[2];
    return new Steps(
        seen,
        () -> {
          x.set(1);
          seen[0] = y.get();
        },
        () -> {
          y.set(1);
          seen[1] = x.get();
        });
  }

  private record Steps(int[] seen, List<Body> bodies) implements LitmusProgram {
    Steps(int[] seen, Body... bodies) {
      this(seen, List.of(bodies));
    }

    @Override
    public String outcome() {
      return seen[0] + ", " + seen[1];
    }
  }
}
