package workbook.explore.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import workbook.explore.runtime.Linearization;

/// What several threads called on one object, and what came back.
///
/// @param <T> the contract
record History<T>(List<Entry<T>> entries) {
  private static final int REASONS = 6;

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
    var begun = new int[entries.size()];
    var ended = new int[entries.size()];
    for (var at = 0; at < begun.length; at++) {
      var entry = entries.get(at);
      begun[at] = entry.begun;
      ended[at] = entry.ended;
    }
    return Linearization.exists(begun, ended, new Replay<>(plain, entries));
  }

  /// What each order lacks: the first call that would have given something else; a few of them.
  String why(Supplier<? extends T> plain) {
    var reasons = new ArrayList<String>();
    collect(plain, List.of(), entries, reasons);
    var shown = reasons.stream().distinct().limit(REASONS).collect(Collectors.joining());
    return reasons.isEmpty() ? "" : "\none after the other:" + shown;
  }

  private void collect(
      Supplier<? extends T> plain,
      List<Entry<T>> order,
      List<Entry<T>> left,
      List<String> reasons) {
    for (var next : left) {
      if (left.stream().noneMatch(other -> other.isBefore(next))) {
        var longer = new ArrayList<>(order);
        longer.add(next);
        var would = lastAnswer(plain.get(), longer);
        if (would.equals(next.answer)) {
          var rest = new ArrayList<>(left);
          rest.remove(next);
          collect(plain, longer, rest, reasons);
        } else {
          reasons.add(reason(longer, would));
        }
      }
    }
  }

  private static <T> String lastAnswer(T plain, List<Entry<T>> order) {
    order.subList(0, order.size() - 1).forEach(entry -> entry.call.answer(plain));
    return order.getLast().call.answer(plain);
  }

  private static <T> String reason(List<Entry<T>> order, String would) {
    var calls = order.stream().map(entry -> entry.call.says()).collect(Collectors.joining(", "));
    return "\n  %s: the last gives %s".formatted(calls, would.equals("null") ? "nothing" : would);
  }

  /// The calls on an object for one thread.
  private static final class Replay<T> implements Linearization.Reference {
    private final Supplier<? extends T> plain;
    private final List<Entry<T>> entries;
    private T object;

    Replay(Supplier<? extends T> plain, List<Entry<T>> entries) {
      this.plain = plain;
      this.entries = entries;
    }

    @Override
    public void restart() {
      object = plain.get();
    }

    @Override
    public boolean agrees(int call) {
      var entry = entries.get(call);
      return entry.call.answer(object).equals(entry.answer);
    }
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
