package _06_cpu;

import java.util.concurrent.atomic.AtomicLong;

/// Says which of the numbers from 1 to `most` a worker computes.
public interface NumberSplit {
  /// @param worker which of the workers, from 0
  /// @return the [Collatz] steps this worker counted
  long compute(long most, int worker, int workers);

  /// The first worker takes the small numbers, the last one the large numbers.
  static NumberSplit oneBlockEach() {
    return (most, worker, workers) ->
        Collatz.steps(most * worker / workers + 1, most * (worker + 1) / workers);
  }

  /// With two workers, one takes the odd numbers, the other the even ones.
  static NumberSplit oddOrEven() {
    return (most, worker, workers) -> {
      var steps = 0L;
      for (var start = worker + 1L; start <= most; start += workers) {
        steps += Collatz.steps(start);
      }
      return steps;
    };
  }

  /// Blocks of a thousand are dealt like cards.
  static NumberSplit smallBlocks() {
    return (most, worker, workers) -> new Share(most, worker, workers).call();
  }

  /// Whoever is free takes the next block. Good for one computation.
  static NumberSplit nextPlease() {
    var next = new AtomicLong();
    return (most, _, _) -> whileNumbersAreLeft(most, next);
  }

  private static long whileNumbersAreLeft(long most, AtomicLong next) {
    var steps = 0L;
    for (var block = next.getAndAdd(Share.BLOCK); block < most; ) {
      steps += Collatz.steps(block + 1, Math.min(block + Share.BLOCK, most));
      block = next.getAndAdd(Share.BLOCK);
    }
    return steps;
  }
}
