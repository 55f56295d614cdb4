package workbook.explore;

import java.util.Set;
import java.util.TreeSet;

/// What a test and its program under exploration tell each other, because this class is not
/// rewritten: which of many programs it is, and how its runs ended.
public final class FinalStates {
  private static final Set<String> SEEN = new TreeSet<>();

  private static long seed;

  private FinalStates() {}

  /// Which program is explored now.
  public static long seed() {
    return seed;
  }

  static void seed(long number) {
    seed = number;
  }

  public static void add(String state) {
    SEEN.add(state);
  }

  /// All states since the last call, and forgets them.
  static Set<String> take() {
    var taken = new TreeSet<>(SEEN);
    SEEN.clear();
    return taken;
  }
}
