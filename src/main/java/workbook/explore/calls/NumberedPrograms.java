package workbook.explore.calls;

import java.util.List;
import java.util.stream.IntStream;

/// The same small programs that [ConcurrentCalls] explores, of any sort of calls.
public final class NumberedPrograms {
  private NumberedPrograms() {}

  /// The first so many: what each thread calls. Each is there once.
  ///
  /// @param calls those to choose from, at least one
  /// @param number how many are looked at, at least 1
  public static <C> List<List<List<C>>> of(List<C> calls, int number) {
    var programs = new Programs<>(calls);
    return IntStream.range(0, number).mapToObj(programs::program).distinct().toList();
  }
}
