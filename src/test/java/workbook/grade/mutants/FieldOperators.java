package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The wrong variable, one that is not written, the wrong unit or charset.
final class FieldOperators {
  static final List<Operator> ALL =
      List.of(
          FieldOperators::neverWritten,
          FieldOperators::another,
          FieldOperators::otherUnit,
          FieldOperators::otherCharset);

  private static final List<String> UNITS =
      List.of("NANOSECONDS", "MICROSECONDS", "MILLISECONDS", "SECONDS", "MINUTES", "HOURS");

  private FieldOperators() {}

  private static FieldInstruction field(Code code, int at) {
    return (FieldInstruction) code.elements().get(at);
  }

  private static IntStream all(Code code, Opcode... opcodes) {
    return code.all(FieldInstruction.class)
        .filter(at -> List.of(opcodes).contains(field(code, at).opcode()));
  }

  private static Stream<Edit> neverWritten(Code code) {
    return all(code, Opcode.PUTFIELD, Opcode.PUTSTATIC)
        .filter(at -> !field(code, at).name().stringValue().contains("$"))
        .mapToObj(
            at ->
                new Edit(
                    "does not write " + field(code, at).name(),
                    at,
                    made -> drop(made, field(code, at))));
  }

  private static void drop(CodeBuilder made, FieldInstruction field) {
    Code.pop(made, field.typeSymbol());
    if (field.opcode() == Opcode.PUTFIELD) {
      made.pop();
    }
  }

  /// The next field of the same type.
  private static Stream<Edit> another(Code code) {
    return all(code, Opcode.GETFIELD, Opcode.PUTFIELD)
        .filter(at -> code.copies(at).getFirst() == at)
        .boxed()
        .flatMap(
            at ->
                another(code, field(code, at)).stream()
                    .map(
                        other ->
                            new Edit(
                                (field(code, at).opcode() == Opcode.GETFIELD ? "reads " : "writes ")
                                    + other,
                                at,
                                code.each(code.copies(at), _ -> with(field(code, at), other)))));
  }

  private static Optional<String> another(Code code, FieldInstruction field) {
    if (!MutantGenerator.isIn(code.type(), field.owner().asSymbol())) {
      return Optional.empty();
    }
    var alike =
        code.type().fields().stream()
            .filter(one -> one.fieldTypeSymbol().equals(field.typeSymbol()))
            .filter(one -> !one.flags().has(AccessFlag.STATIC))
            .filter(one -> field.opcode() == Opcode.GETFIELD || !one.flags().has(AccessFlag.FINAL))
            .map(FieldOperators::name)
            .filter(one -> !one.contains("$"))
            .toList();
    var at = alike.indexOf(field.name().stringValue());
    return at < 0 || alike.size() < 2
        ? Optional.empty()
        : Optional.of(alike.get((at + 1) % alike.size()));
  }

  private static String name(FieldModel field) {
    return field.fieldName().stringValue();
  }

  private static Consumer<CodeBuilder> with(FieldInstruction field, String name) {
    return made ->
        made.fieldAccess(field.opcode(), field.owner().asSymbol(), name, field.typeSymbol());
  }

  private static Stream<Edit> otherUnit(Code code) {
    return all(code, Opcode.GETSTATIC)
        .filter(at -> UNITS.contains(field(code, at).name().stringValue()))
        .mapToObj(
            at -> {
              var unit = UNITS.indexOf(field(code, at).name().stringValue());
              var other = UNITS.get((unit + 1) % UNITS.size());
              return new Edit(
                  other + " for " + field(code, at).name(), at, with(field(code, at), other));
            });
  }

  private static Stream<Edit> otherCharset(Code code) {
    return all(code, Opcode.GETSTATIC)
        .filter(at -> field(code, at).owner().asSymbol().displayName().equals("StandardCharsets"))
        .boxed()
        .flatMap(
            at ->
                Stream.of("ISO_8859_1", "US_ASCII", "UTF_8")
                    .filter(other -> !field(code, at).name().equalsString(other))
                    .map(
                        other ->
                            new Edit(
                                other + " for " + field(code, at).name(),
                                at,
                                with(field(code, at), other))));
  }
}
