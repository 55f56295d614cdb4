package workbook.usecase;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the names a person may have meant by a misspelt one.
public final class Suggestions {
  private static final int OFFERED = 3;

  private Suggestions() {}

  /// A sentence that offers the nearest names, or one that says where to look when none is near.
  ///
  /// @param otherwise the sentence when nothing is near, for example `list shows them all.`
  public static String offer(String typed, Collection<String> names, String otherwise) {
    var near = to(typed, names);
    return near.isEmpty() ? otherwise : "Did you mean " + String.join(" or ", near) + "?";
  }

  /// At most three names, the nearest first: those that a few slips of the finger away, or that
  /// contain what was typed.
  static List<String> to(String typed, Collection<String> names) {
    var word = typed.toLowerCase(Locale.ROOT);
    var slips = Math.max(1, word.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name) <= slips || (word.length() > 2 && name.contains(word)))
        .sorted(Comparator.comparingInt(name -> distance(word, name)))
        .limit(OFFERED)
        .toList();
  }

  /// How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn
  /// one word into the other (optimal string alignment distance).
  static int distance(String from, String to) {
    var cost = new int[from.length() + 1][to.length() + 1];
    for (var i = 0; i <= from.length(); i++) {
      for (var j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    var replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    var best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    var swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
