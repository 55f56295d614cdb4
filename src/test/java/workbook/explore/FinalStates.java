package workbook.explore;

import java.util.Set;
import java.util.TreeSet;

/// How the runs of an exploration ended. Programs under test tell it, because it is not rewritten.
public final class FinalStates {
  private static final Set<String> SEEN = new TreeSet<>();

  private FinalStates() {}

  public static void add(String state) {
    SEEN.add(state);
  }

  /// All states since the last call, and forgets them.
  public static Set<String> take() {
    var taken = new TreeSet<>(SEEN);
    SEEN.clear();
    return taken;
  }
}
