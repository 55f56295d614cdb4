package _06_cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// One thread computes without a break. Another sleeps for a millisecond, again and again. How late
/// does it wake up? `hand_over.py` is the same in Python.
public final class LateWakeUp {
  private static final long NAP_MILLIS = 1;

  private LateWakeUp() {}

  /// @return for each nap, the milliseconds after the one that was asked for
  public static List<Double> besideAComputingThread(int naps) throws InterruptedException {
    var enough = new AtomicBoolean();
    var computes =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!enough.get()) {
                    Collatz.steps(27);
                  }
                });
    try {
      return nap(naps);
    } finally {
      enough.set(true);
      computes.join();
    }
  }

  private static List<Double> nap(int times) throws InterruptedException {
    var late = new ArrayList<Double>();
    for (var nap = 0; nap < times; nap++) {
      var began = System.nanoTime();
      Thread.sleep(NAP_MILLIS);
      late.add((System.nanoTime() - began) / 1e6 - NAP_MILLIS);
    }
    return late;
  }
}
