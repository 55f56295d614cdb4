package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Programs whose steps a trace easily tells in words that mislead.
public final class Misread {
  private static Object made;
  private static long wide;

  private Misread() {}

  public static void madeTwice() throws InterruptedException {
    var seen = new Object[1];
    var other = new Thread(() -> seen[0] = get());
    other.start();
    var mine = get();
    other.join();
    if (mine != seen[0]) {
      throw new IllegalStateException("two of them");
    }
  }

  private static Object get() {
    if (made == null) {
      made = new Object();
    }
    return made;
  }

  public static void halves() throws InterruptedException {
    var other = new Thread(() -> wide = -1);
    other.start();
    var seen = wide;
    other.join();
    if (seen != 0 && seen != -1) {
      throw new IllegalStateException("half of it: " + seen);
    }
  }

  public static void iterates() throws InterruptedException {
    var list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
    var other = new Thread(() -> list.add(3));
    other.start();
    for (var _ : list) {
      Thread.onSpinWait();
    }
    other.join();
  }
}
