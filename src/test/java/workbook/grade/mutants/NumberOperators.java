package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One too many, one too few, and numbers that do not fit.
final class NumberOperators {
  static final List<Operator> ALL =
      List.of(
          NumberOperators::constant,
          NumberOperators::increment,
          NumberOperators::arithmetic,
          NumberOperators::onlyInt,
          NumberOperators::absoluteTime);

  private static final Map<Opcode, Opcode> OTHERS =
      Map.of(
          Opcode.IADD, Opcode.ISUB,
          Opcode.ISUB, Opcode.IADD,
          Opcode.LADD, Opcode.LSUB,
          Opcode.LSUB, Opcode.LADD,
          Opcode.IMUL, Opcode.IDIV,
          Opcode.LMUL, Opcode.LDIV,
          Opcode.IAND, Opcode.IOR,
          Opcode.IOR, Opcode.IAND);

  private static final Pattern TRUTH = Pattern.compile("\\b(true|false)\\b");

  private NumberOperators() {}

  /// One more; the other one of true and false.
  private static Stream<Edit> constant(Code code) {
    return code.all(ConstantInstruction.class)
        .boxed()
        .flatMap(
            at ->
                switch (((ConstantInstruction) code.elements().get(at)).constantValue()) {
                  case Integer number when (number == 0 || number == 1) && isTruth(code, at) ->
                      Stream.of(
                          new Edit(
                              number == 0 ? "true for false" : "false for true",
                              at,
                              made -> made.loadConstant(1 - number)));
                  case Integer number ->
                      Stream.of(
                          new Edit(
                              (number + 1) + " for " + number,
                              at,
                              made -> made.loadConstant(number + 1)));
                  case Long number ->
                      Stream.of(
                          new Edit(
                              (number + 1) + " for " + number,
                              at,
                              made -> made.loadConstant(number + 1)));
                  default -> Stream.empty();
                });
  }

  private static boolean isTruth(Code code, int at) {
    if (TRUTH.matcher(code.text(at)).find()) {
      return true; // kept until a finally is done
    }
    var next = code.nextDone(at);
    return next >= 0
        && switch (code.elements().get(next)) {
          case ReturnInstruction _ ->
              code.method().methodTypeSymbol().returnType().equals(ConstantDescs.CD_boolean);
          case StoreInstruction store ->
              code.variable(next, store.slot())
                  .map(local -> local.typeSymbol().equals(ConstantDescs.CD_boolean))
                  .orElse(false);
          case FieldInstruction field -> field.typeSymbol().equals(ConstantDescs.CD_boolean);
          case InvokeInstruction call ->
              call.typeSymbol().parameterCount() > 0
                  && call.typeSymbol().parameterList().getLast().equals(ConstantDescs.CD_boolean);
          default -> false;
        };
  }

  private static Stream<Edit> increment(Code code) {
    return code.all(IncrementInstruction.class)
        .mapToObj(
            at -> {
              var step = (IncrementInstruction) code.elements().get(at);
              return new Edit("down for up", at, made -> made.iinc(step.slot(), -step.constant()));
            });
  }

  private static Stream<Edit> arithmetic(Code code) {
    return operators(code)
        .filter(at -> OTHERS.containsKey(operator(code, at)))
        .map(
            at -> {
              var other = OTHERS.get(operator(code, at));
              return new Edit(
                  "%s for %s".formatted(word(other), word(operator(code, at))),
                  at,
                  made -> made.with(OperatorInstruction.of(other)));
            });
  }

  private static Stream<Integer> operators(Code code) {
    return code.all(OperatorInstruction.class).boxed();
  }

  private static Opcode operator(Code code, int at) {
    return ((OperatorInstruction) code.elements().get(at)).opcode();
  }

  private static String word(Opcode operator) {
    return switch (operator.name().substring(1)) {
      case "ADD" -> "+";
      case "SUB" -> "-";
      case "MUL" -> "*";
      case "DIV" -> "/";
      case "AND" -> "&";
      default -> "|";
    };
  }

  /// A sum or a field of 32 bits where 64 are needed.
  private static Stream<Edit> onlyInt(Code code) {
    var results =
        operators(code)
            .filter(
                at -> List.of(Opcode.LADD, Opcode.LSUB, Opcode.LMUL).contains(operator(code, at)))
            .map(
                at ->
                    new Edit(
                        "an int for a long",
                        at,
                        made -> made.with(code.elements().get(at)).l2i().i2l()));
    var fields =
        code.all(FieldInstruction.class)
            .mapToObj(Integer::valueOf)
            .filter(
                at -> {
                  var field = (FieldInstruction) code.elements().get(at);
                  return field.opcode() == Opcode.PUTFIELD
                      && field.typeSymbol().equals(ConstantDescs.CD_long);
                })
            .map(
                at ->
                    new Edit(
                        "an int for a long",
                        at,
                        made -> made.l2i().i2l().with(code.elements().get(at))));
    return Stream.concat(results, fields);
  }

  /// `a < b` for `a - b < 0`: wrong once `nanoTime()` has passed its largest value.
  private static Stream<Edit> absoluteTime(Code code) {
    return operators(code)
        .filter(at -> operator(code, at) == Opcode.LSUB)
        .filter(
            at -> {
              var zero = code.next(at);
              var compare = code.next(zero);
              return code.element(zero, ConstantInstruction.class)
                      .map(one -> one.constantValue().equals(0L))
                      .orElse(false)
                  && code.element(compare, OperatorInstruction.class)
                      .map(one -> one.opcode() == Opcode.LCMP)
                      .orElse(false)
                  && code.element(code.next(compare), BranchInstruction.class).isPresent();
            })
        .map(
            at -> {
              Consumer<CodeBuilder> nothing = Edit.NOTHING;
              return new Edit(
                  "compares times, not their difference",
                  at,
                  Map.of(at, nothing, code.next(at), nothing));
            });
  }
}
