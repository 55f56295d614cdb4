package workbook.grade.mutants;

import java.util.stream.Stream;

/// A kind of mistake that people make, and where a method has room for it.
@FunctionalInterface
interface Operator {
  /// @return each such mistake once; some may give code that cannot be loaded
  Stream<Edit> edits(Code code);
}
