package _12_async;

/// A coroutine that receives: it answers each number with the mean of all so far.
public final class RunningMean {
  private RunningMean() {}

  public static Coroutine<Double, Double> start() {
    return new Coroutine<>(
        (first, self) -> {
          var sum = 0.0;
          var number = first;
          for (var count = 1; true; count++) {
            sum += number;
            number = self.yield(sum / count);
          }
        });
  }
}
