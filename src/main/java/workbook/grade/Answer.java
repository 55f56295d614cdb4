package workbook.grade;

import java.util.HashMap;
import java.util.Map;

/// What is judged: class files and the text they came from, the graded test's among them.
///
/// @param classes class files by class name, with dots
/// @param sources texts by path, for example `_03_races/exercise/Tally.java`
record Answer(Map<String, byte[]> classes, Map<String, String> sources) {
  Answer {
    classes = Map.copyOf(classes);
    sources = Map.copyOf(sources);
  }

  Answer with(Answer other) {
    var allClasses = new HashMap<>(classes);
    allClasses.putAll(other.classes);
    var allSources = new HashMap<>(sources);
    allSources.putAll(other.sources);
    return new Answer(allClasses, allSources);
  }
}
