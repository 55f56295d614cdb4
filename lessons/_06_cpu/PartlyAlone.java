package _06_cpu;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// One thread does a part of the work alone. Only then do several threads do the rest.
public final class PartlyAlone {
  private PartlyAlone() {}

  /// @param alone how many of the shares one thread does
  /// @return the sum of all shares
  public static long sum(List<Share> shares, int alone, int workers)
      throws InterruptedException, ExecutionException {
    var first = inTurn(shares.subList(0, alone));
    return first + atOnce(shares.subList(alone, shares.size()), workers);
  }

  private static long inTurn(List<Share> shares) {
    return shares.stream().mapToLong(Share::call).sum();
  }

  private static long atOnce(List<Share> shares, int workers)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(workers)) {
      var parts = IntStream.range(0, workers).mapToObj(w -> part(shares, w, workers)).toList();
      var sum = 0L;
      for (var part : threads.invokeAll(parts)) {
        sum += part.get();
      }
      return sum;
    }
  }

  /// Each worker does every so many-th share.
  private static Callable<Long> part(List<Share> shares, int worker, int workers) {
    return () -> {
      var sum = 0L;
      for (var i = worker; i < shares.size(); i += workers) {
        sum += shares.get(i).call();
      }
      return sum;
    };
  }
}
