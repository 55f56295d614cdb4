package workbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an instructor shows at once: text, and the code below it.
///
/// @param markdown the text; empty when there is none
/// @param steps the code; empty when the text stands alone
public record Slide(String markdown, List<Cell.Step> steps) {
  public Slide {
    steps = List.copyOf(steps);
  }

  /// Cuts a notebook into slides: each cell of text begins one, and takes the code right below it.
  static List<Slide> of(List<Cell> cells) {
    var slides = new ArrayList<Slide>();
    for (var cell : cells) {
      switch (cell) {
        case Cell.Prose prose -> slides.add(new Slide(prose.markdown(), List.of()));
        case Cell.Code code when code.steps().isEmpty() -> {}
        case Cell.Code code -> {
          var open = !slides.isEmpty() && slides.getLast().steps().isEmpty();
          var text = open ? slides.removeLast().markdown() : "";
          slides.add(new Slide(text, code.steps()));
        }
      }
    }
    return List.copyOf(slides);
  }

  /// All statements, without what they are expected to print.
  public String source() {
    return steps.stream().map(Cell.Step::source).collect(Collectors.joining("\n")).strip();
  }

  /// The last heading of the text, or else its first line, or else the first line of the code.
  public String title() {
    var lines = (markdown + "\n" + source()).lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> markdown.contains(line) && line.startsWith("#"))
        .reduce((_, later) -> later)
        .or(() -> lines.stream().findFirst())
        .map(line -> line.replaceFirst("^#+ *", ""))
        .orElse("");
  }
}
