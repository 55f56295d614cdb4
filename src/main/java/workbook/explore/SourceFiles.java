package workbook.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The text of the files that a reader of a run wants to see.
final class SourceFiles {
  private final Sources sources;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  SourceFiles(Sources sources) {
    this.sources = sources;
  }

  /// Adds those of a run's steps.
  SourceFiles add(Trace trace) {
    trace.steps().forEach(step -> add(step.type(), step.file()));
    return this;
  }

  /// Adds the file of a class, if it can be found.
  void add(String type, String file) {
    var path = Sources.path(type, file);
    if (!file.isEmpty() && !texts.containsKey(path)) {
      texts.put(path, sources.lines(type, file));
    }
  }

  /// By path.
  Map<String, List<String>> texts() {
    var found = new LinkedHashMap<>(texts);
    found.values().removeIf(List::isEmpty);
    return found;
  }
}
