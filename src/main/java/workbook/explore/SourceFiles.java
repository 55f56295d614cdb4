package workbook.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The text of the files that a reader of a run wants to see.
final class SourceFiles {
  private final Sources sources;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  private SourceFiles(Sources sources) {
    this.sources = sources;
  }

  /// Those of its steps.
  static SourceFiles of(Trace trace, Sources sources) {
    var files = new SourceFiles(sources);
    trace.steps().forEach(step -> files.add(step.type(), step.file()));
    return files;
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
