package workbook.grade.worker;

import java.util.Map;

/// What is graded: class files and the texts they came from, the graded test's among them.
///
/// @param classes class files by class name, with dots
/// @param sources texts in UTF-8 by path, for example `_03_races/exercise/Tally.java`
/// @param ownMachine whether the exercise is about processes, sockets or files
public record CompiledSubmission(
    Map<String, byte[]> classes, Map<String, byte[]> sources, boolean ownMachine) {
  public CompiledSubmission {
    classes = Map.copyOf(classes);
    sources = Map.copyOf(sources);
  }

  /// One whose exercise is about none of these.
  public CompiledSubmission(Map<String, byte[]> classes, Map<String, byte[]> sources) {
    this(classes, sources, false);
  }
}
