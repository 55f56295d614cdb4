package workbook.notebook;

import java.util.List;

/// A part of a notebook that is shown, or run, as one.
public sealed interface Cell {
  /// Where the cell's marker stands in the file, counted from 1.
  int line();

  /// Text to read.
  ///
  /// @param markdown the text without its comment marks
  record Prose(int line, String markdown) implements Cell {}

  /// Code to run, step by step.
  record Code(int line, List<Step> steps) implements Cell {
    public Code {
      steps = List.copyOf(steps);
    }
  }

  /// Statements that run together, and what they print.
  ///
  /// @param line where the statements start in the file, counted from 1
  /// @param source the statements
  /// @param expected the lines they should print, `...` standing for any text; empty when the
  ///   notebook does not say
  record Step(int line, String source, List<String> expected) {
    public Step {
      expected = List.copyOf(expected);
    }

    /// Where the expected lines start in the file, counted from 1.
    public int expectedLine() {
      return line + (int) source.lines().count();
    }
  }
}
