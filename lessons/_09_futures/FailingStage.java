package _09_futures;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A chain of five stages. The first throws when the text is no number.
public final class FailingStage {
  private FailingStage() {}

  /// @param ran the stages that ran, in their order
  /// @param failure what `exceptionally` was given; null when it didn't run
  /// @param result what came out at the end
  public record ChainRun(List<String> ran, Throwable failure, String result) {}

  public static ChainRun of(String text) {
    Queue<String> ran = new ConcurrentLinkedQueue<>();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var result =
        CompletableFuture.supplyAsync(
                () -> {
                  ran.add("supplyAsync");
                  return Integer.parseInt(text);
                })
            .thenApply(
                number -> {
                  ran.add("thenApply");
                  return number + 1;
                })
            .exceptionally(
                failure -> {
                  ran.add("exceptionally");
                  failures.add(failure);
                  return -1;
                })
            .thenApply(
                number -> {
                  ran.add("second thenApply");
                  return 10 * number;
                })
            .handle(
                (number, failure) -> {
                  ran.add("handle");
                  return failure == null ? "result " + number : "failure " + failure;
                })
            .join();
    return new ChainRun(List.copyOf(ran), failures.peek(), result);
  }
}
