package workbook.explore.calls;

import java.util.ArrayList;
import java.util.List;

/// Numbered programs: what each of several threads calls. The first ones are all pairs of calls;
/// then come two threads with two calls each and, every third time, three threads with one.
///
/// @param calls those to choose from, at least one
record Programs<C>(List<C> calls) {
  private static final long MULTIPLIER = 6364136223846793005L;
  private static final long INCREMENT = 1442695040888963407L;
  private static final int UPPER = 33;

  /// One program.
  ///
  /// @param number the same one gives the same program
  /// @return the calls of each thread
  List<List<C>> program(int number) {
    var left = number;
    for (var one = 0; one < calls.size(); one++) {
      if (left < calls.size() - one) {
        return List.of(List.of(calls.get(one)), List.of(calls.get(one + left)));
      }
      left -= calls.size() - one;
    }
    return drawn(left);
  }

  private List<List<C>> drawn(int number) {
    var threads = number % 3 == 2 ? 3 : 2;
    var most = threads == 2 ? 2 : 1;
    var state = number * MULTIPLIER + INCREMENT;
    var program = new ArrayList<List<C>>();
    for (var thread = 0; thread < threads; thread++) {
      var part = new ArrayList<C>();
      do {
        state = state * MULTIPLIER + INCREMENT;
        part.add(calls.get((int) ((state >>> UPPER) % calls.size())));
      } while (part.size() < most);
      program.add(part);
    }
    return program;
  }
}
