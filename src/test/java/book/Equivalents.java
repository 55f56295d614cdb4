package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.Exercise;

/// Mistakes that are none: what the contract says holds with them, too.
///
/// @param reasons why, by [workbook.grade.mutants.Mutant#keys]
record Equivalents(Map<String, String> reasons) {
  private static final Path LISTS = Path.of("src", "test", "resources", "mutants");
  private static final String ENDING = ".txt";
  private static final String BECAUSE = " => ";

  /// The list of an exercise, `mutants/ID.txt`: a mistake and the reason in each line. None listed
  /// when there is no such file.
  ///
  /// @throws IllegalArgumentException when a line has no reason, or is there twice
  static Equivalents of(Exercise exercise) throws IOException {
    var reasons = new LinkedHashMap<String, String>();
    for (var line : exist(exercise) ? Files.readAllLines(list(exercise)) : List.<String>of()) {
      var at = line.lastIndexOf(BECAUSE);
      if (at < 0 || reasons.put(line.substring(0, at), line.substring(at)) != null) {
        throw new IllegalArgumentException("no reason, or twice: " + line);
      }
    }
    return new Equivalents(reasons);
  }

  /// Whether an exercise has a list, if only an empty one.
  static boolean exist(Exercise exercise) {
    return Files.exists(list(exercise));
  }

  private static Path list(Exercise exercise) {
    return LISTS.resolve(exercise.id() + ENDING);
  }

  /// The ids of whatever has a list.
  static List<String> lists() throws IOException {
    try (var files = Files.list(LISTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.replace(ENDING, ""))
          .sorted()
          .toList();
    }
  }

  boolean has(String key) {
    return reasons.containsKey(key);
  }

  /// Those that are not among some keys.
  List<String> without(Collection<String> keys) {
    return reasons.keySet().stream().filter(key -> !keys.contains(key)).toList();
  }
}
