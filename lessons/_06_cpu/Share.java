package _06_cpu;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// What one of several workers computes: the [Collatz] steps of every so many-th block of the
/// numbers from 1 on. It can be sent to another process.
///
/// @param most the largest number of all shares together
/// @param worker which share, from 0
/// @param workers how many shares there are
public record Share(long most, int worker, int workers) implements Callable<Long>, Serializable {
  /// How many neighbouring numbers go to the same worker.
  static final long BLOCK = 1_000;

  /// The shares of all workers, nearly equal: every worker gets small numbers and large ones.
  public static List<Share> deal(long most, int workers) {
    return IntStream.range(0, workers).mapToObj(w -> new Share(most, w, workers)).toList();
  }

  @Override
  public Long call() {
    var steps = 0L;
    for (var block = worker * BLOCK; block < most; block += workers * BLOCK) {
      steps += Collatz.steps(block + 1, Math.min(block + BLOCK, most));
    }
    return steps;
  }
}
