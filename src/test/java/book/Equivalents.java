package book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.Exercise;

/// Mistakes that are none: what the contract says holds with them, too.
///
/// @param reasons why, by [workbook.grade.mutants.Mutant#keys]
record Equivalents(Map<String, String> reasons) {
  private static final String BECAUSE = " => ";

  /// The list of an exercise, `mutants/ID.txt`: a mistake and the reason in each line.
  ///
  /// @throws IllegalArgumentException when a line has no reason, or is there twice
  static Equivalents of(Exercise exercise) throws IOException {
    var reasons = new LinkedHashMap<String, String>();
    try (var in = Equivalents.class.getResourceAsStream("/mutants/" + exercise.id() + ".txt")) {
      if (in == null) {
        return new Equivalents(Map.of());
      }
      for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        var at = line.lastIndexOf(BECAUSE);
        if (at < 0 || reasons.put(line.substring(0, at), line.substring(at)) != null) {
          throw new IllegalArgumentException("no reason, or twice: " + line);
        }
      }
    }
    return new Equivalents(reasons);
  }

  boolean has(String key) {
    return reasons.containsKey(key);
  }

  /// Those that are not among some keys.
  List<String> without(Collection<String> keys) {
    return reasons.keySet().stream().filter(key -> !keys.contains(key)).toList();
  }
}
