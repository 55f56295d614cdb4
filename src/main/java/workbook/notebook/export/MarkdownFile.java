package workbook.notebook.export;

import java.util.Base64;

/// A notebook as one Markdown file; its pictures are inside.
public final class MarkdownFile {
  private MarkdownFile() {}

  /// The text of the `.md` file.
  public static String of(NotebookRun run) {
    var text = new StringBuilder();
    for (var cell : run.cells()) {
      text.append(text.isEmpty() ? "" : "\n");
      switch (cell) {
        case PlayedCell.Text(var markdown) -> text.append(markdown).append('\n');
        case PlayedCell.Code code -> {
          text.append(fenced("java", code.source()));
          code.outputs().forEach(output -> text.append('\n').append(of(output)));
        }
      }
    }
    return text.toString();
  }

  private static String of(PlayedCell.Output output) {
    return switch (output) {
      case PlayedCell.Printed(var text) -> fenced("text", text);
      case PlayedCell.Failed(var says) -> fenced("text", "|  " + says);
      case PlayedCell.Charted chart ->
          "![%s](data:image/png;base64,%s)%n"
              .formatted(
                  chart.title().replaceAll("[\\[\\]]", ""),
                  Base64.getEncoder().encodeToString(chart.png()));
    };
  }

  /// Between fences that are longer than any in the text.
  private static String fenced(String language, String text) {
    var fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
  }
}
