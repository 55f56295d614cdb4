package workbook.explore.calls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// One small program whose calls are given from outside, as functions of the object that is called.
public final class GivenCalls {
  private GivenCalls() {}

  /// Runs it once, in an exploration. Blocks until all its calls have returned.
  ///
  /// @param tried makes the object that the threads use
  /// @param plain makes one that does the same when one thread uses it
  /// @param parts the calls before the threads start, those of each thread, and those after they
  ///   have ended; each with how it is written
  /// @throws AssertionError when no order of the calls explains what came back
  public static void run(
      Supplier<?> tried,
      Supplier<?> plain,
      List<List<Map.Entry<String, Function<Object, Object>>>> parts)
      throws InterruptedException {
    var calls = parts.stream().map(GivenCalls::calls).toList();
    ConcurrentCalls.<Object>of(tried, plain)
        .run(calls.getFirst(), calls.subList(1, calls.size() - 1), calls.getLast());
  }

  private static List<Call<Object>> calls(List<Map.Entry<String, Function<Object, Object>>> part) {
    return part.stream().map(GivenCalls::call).toList();
  }

  private static Call<Object> call(Map.Entry<String, Function<Object, Object>> given) {
    return new Call<>(given.getKey(), object -> given.getValue().apply(object));
  }
}
