package workbook.explore.runtime;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Looks for an order of calls that explains what came back: each took effect at one moment between
/// its beginning and its end. The explorer does not rewrite this class; it would take as long as
/// the program itself, after each schedule.
public final class Linearization {
  private final int[] begun;
  private final int[] ended;
  private final Reference reference;

  /// The calls by their end: most of the time they took effect in that order.
  private final int[] byEnd;

  private final int[] order;
  private final boolean[] placed;

  /// Makes the calls one after the other, on an object for one thread.
  public interface Reference {
    /// Leaves the object that was used, and takes a new one.
    void restart();

    /// Makes a call.
    ///
    /// @param call its place among all
    /// @return whether it gives what came back
    boolean agrees(int call);
  }

  private Linearization(int[] begun, int[] ended, Reference reference) {
    this.begun = begun;
    this.ended = ended;
    this.reference = reference;
    byEnd =
        IntStream.range(0, ended.length)
            .boxed()
            .sorted(Comparator.comparingInt(call -> ended[call]))
            .mapToInt(Integer::intValue)
            .toArray();
    order = new int[ended.length];
    placed = new boolean[ended.length];
  }

  /// Whether there is such an order.
  ///
  /// @param begun of each call, the turn of its beginning among all beginnings and ends
  /// @param ended of its end
  public static boolean exists(int[] begun, int[] ended, Reference reference) {
    reference.restart();
    return new Linearization(begun, ended, reference).goesOn(0);
  }

  /// Whether the calls that are left can follow those in order, all of which the object has had.
  private boolean goesOn(int length) {
    var current = true;
    for (var next : byEnd) {
      if (!placed[next] && mayBeNext(next)) {
        if (!current) {
          repeat(length);
        }
        current = false;
        order[length] = next;
        placed[next] = true;
        if (reference.agrees(next) && goesOn(length + 1)) {
          return true;
        }
        placed[next] = false;
      }
    }
    return length == order.length;
  }

  /// Whether none that is left had ended before it began.
  private boolean mayBeNext(int call) {
    for (var other : byEnd) {
      if (!placed[other]) {
        return ended[other] >= begun[call];
      }
    }
    return true;
  }

  /// A new object is given the calls that it has agreed to.
  private void repeat(int length) {
    reference.restart();
    for (var at = 0; at < length; at++) {
      reference.agrees(order[at]);
    }
  }
}
