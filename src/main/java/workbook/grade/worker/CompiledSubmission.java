package workbook.grade.worker;

import java.util.Map;

/// What is graded: class files and the texts they came from, the graded test's among them.
///
/// @param classes class files by class name, with dots
/// @param sources texts in UTF-8 by path, for example `_03_races/exercise/Tally.java`
public record CompiledSubmission(Map<String, byte[]> classes, Map<String, byte[]> sources) {
  public CompiledSubmission {
    classes = Map.copyOf(classes);
    sources = Map.copyOf(sources);
  }
}
