package workbook.explore;

import java.util.List;

/// A statement of a generated program, as Java. `#` stands for the variable that keeps its result.
sealed interface Statement {
  /// @param code one or more statements on one line
  record Simple(String code) implements Statement {}

  /// Statements between a beginning and an end, for example in a `synchronized` block.
  record Block(String begin, List<Statement> body, String end) implements Statement {
    public Block {
      body = List.copyOf(body);
    }
  }
}
