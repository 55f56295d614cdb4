package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.util.Map;
import java.util.function.Consumer;

/// One mistake, as changes of a method's code.
///
/// @param mistake in a few words
/// @param at the element whose line is shown
/// @param instead what takes the place of an element, by its index in [Code#elements]; the other
///   elements stay
/// @param first what comes before everything else: handlers that go before those of the method
record Edit(
    String mistake,
    int at,
    Map<Integer, Consumer<CodeBuilder>> instead,
    Consumer<CodeBuilder> first) {
  /// Takes the place of an element that is left out.
  static final Consumer<CodeBuilder> NOTHING = _ -> {};

  Edit(String mistake, int at, Map<Integer, Consumer<CodeBuilder>> instead) {
    this(mistake, at, instead, NOTHING);
  }

  Edit(String mistake, int at, Consumer<CodeBuilder> instead) {
    this(mistake, at, Map.of(at, instead));
  }
}
