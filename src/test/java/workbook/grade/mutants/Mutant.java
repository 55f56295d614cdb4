package workbook.grade.mutants;

import java.util.HashMap;
import java.util.List;

/// An answer with one mistake planted in one of its classes.
///
/// @param type the class that is changed, with dots
/// @param place the method, or the field
/// @param line of the source; 0 for a field
/// @param text of that line, without the spaces around it
/// @param mistake in a few words: "drops signal()"
/// @param bytes the changed class file; it passes the verifier
public record Mutant(
    String type, String place, int line, String text, String mistake, byte[] bytes) {
  /// A name for each of an answer's mutants that stays the same when lines are added above it.
  ///
  /// @param answer the answer's name, for example `OneMonitor`
  public static List<String> keys(String answer, List<Mutant> mutants) {
    var times = new HashMap<String, Integer>();
    return mutants.stream()
        .map(one -> String.join(" | ", answer, one.place, one.mistake, one.text))
        .map(key -> times.merge(key, 1, Integer::sum) == 1 ? key : key + " #" + times.get(key))
        .toList();
  }

  @Override
  public String toString() {
    return "%s:%d %s: %s".formatted(place, line, mistake, text);
  }
}
