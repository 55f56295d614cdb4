package workbook.explore.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What several threads called on one object, and what came back.
///
/// @param <T> the contract
record History<T>(List<Entry<T>> entries) {
  /// A call that has returned.
  ///
  /// @param begun its turn among all beginnings and ends
  /// @param ended likewise, later
  record Entry<T>(String thread, Call<T> call, String answer, int begun, int ended) {
    private boolean isBefore(Entry<T> other) {
      return ended < other.begun;
    }

    @Override
    public String toString() {
      var shown = answer.equals("null") ? "" : " -> " + answer;
      return "%-6s %s%s".formatted(thread, call.says(), shown);
    }
  }

  /// Whether the calls could have come one after the other: each took effect at one moment between
  /// its beginning and its end.
  ///
  /// @param plain makes objects for one thread
  boolean isLinearizable(Supplier<? extends T> plain) {
    return isLinearizable(plain, List.of(), entries);
  }

  private boolean isLinearizable(
      Supplier<? extends T> plain, List<Entry<T>> order, List<Entry<T>> left) {
    if (!answersAlike(plain.get(), order)) {
      return false;
    }
    for (var next : left) {
      if (left.stream().noneMatch(other -> other.isBefore(next))) {
        var longer = new ArrayList<>(order);
        longer.add(next);
        var rest = new ArrayList<>(left);
        rest.remove(next);
        if (isLinearizable(plain, longer, rest)) {
          return true;
        }
      }
    }
    return left.isEmpty();
  }

  private static <T> boolean answersAlike(T plain, List<Entry<T>> order) {
    for (var entry : order) {
      if (!entry.call.answer(plain).equals(entry.answer)) {
        return false;
      }
    }
    return true;
  }

  /// A line for each call, in the order in which they began.
  @Override
  public String toString() {
    return entries.stream()
        .sorted((one, other) -> one.begun - other.begun)
        .map(Entry::toString)
        .collect(Collectors.joining("\n"));
  }
}
