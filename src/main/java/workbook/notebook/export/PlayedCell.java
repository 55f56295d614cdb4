package workbook.notebook.export;

import java.util.List;

/// A cell of a notebook, and what came out when it ran.
public sealed interface PlayedCell {
  /// Text to read, in Markdown.
  record Text(String markdown) implements PlayedCell {}

  /// Code, without what it was expected to print.
  record Code(String source, List<Output> outputs) implements PlayedCell {
    public Code {
      outputs = List.copyOf(outputs);
    }
  }

  /// Something that came out.
  sealed interface Output {}

  /// Lines that were printed.
  record Printed(String text) implements Output {}

  /// A chart.
  ///
  /// @param text the same as text
  record Charted(byte[] png, String text) implements Output {
    /// What the picture shows, in a line.
    String title() {
      return text.lines().findFirst().orElse("a chart").strip();
    }
  }

  /// What did not compile or was thrown.
  record Failed(String says) implements Output {}
}
