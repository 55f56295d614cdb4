package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Conditions that are asked once, never, or a little wrong.
final class JumpOperators {
  static final List<Operator> ALL =
      List.of(
          JumpOperators::once,
          JumpOperators::never,
          JumpOperators::always,
          JumpOperators::boundary,
          JumpOperators::either);

  /// A line that asks something.
  private static final Pattern ASKS =
      Pattern.compile("\\b(if|while|for|switch|case|return)\\b|[?!<>=]=?|&&|\\|\\||->");

  private static final Map<Opcode, Opcode> BOUNDARIES =
      Map.of(
          Opcode.IF_ICMPLT, Opcode.IF_ICMPLE,
          Opcode.IF_ICMPLE, Opcode.IF_ICMPLT,
          Opcode.IF_ICMPGT, Opcode.IF_ICMPGE,
          Opcode.IF_ICMPGE, Opcode.IF_ICMPGT,
          Opcode.IFLT, Opcode.IFLE,
          Opcode.IFLE, Opcode.IFLT,
          Opcode.IFGT, Opcode.IFGE,
          Opcode.IFGE, Opcode.IFGT);

  private JumpOperators() {}

  /// `if` for `while`.
  private static Stream<Edit> once(Code code) {
    return code.all(BranchInstruction.class)
        .filter(code::isBack)
        .mapToObj(at -> new Edit("one round at most", head(code, at), Map.of(at, drop(code, at))));
  }

  /// The place whose line shows the loop.
  private static int head(Code code, int at) {
    return jump(code, at).opcode() == Opcode.GOTO
        ? code.next(code.place(jump(code, at).target()))
        : at;
  }

  private static BranchInstruction jump(Code code, int at) {
    return (BranchInstruction) code.elements().get(at);
  }

  private static Stream<Integer> conditions(Code code) {
    return code.all(BranchInstruction.class)
        .filter(at -> operands(jump(code, at).opcode()) > 0 && !code.isBack(at))
        .filter(at -> ASKS.matcher(code.text(at)).find() && !code.text(at).startsWith("try ("))
        .boxed();
  }

  private static int operands(Opcode jump) {
    return switch (jump) {
      case GOTO, GOTO_W -> 0;
      case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE ->
          2;
      default -> 1;
    };
  }

  private static Consumer<CodeBuilder> drop(Code code, int at) {
    return made -> {
      for (var left = operands(jump(code, at).opcode()); left > 0; left--) {
        made.pop();
      }
    };
  }

  private static Stream<Edit> never(Code code) {
    return conditions(code)
        .map(at -> new Edit("does as if the condition held", at, drop(code, at)));
  }

  private static Stream<Edit> always(Code code) {
    return conditions(code)
        .map(
            at ->
                new Edit(
                    "does as if the condition did not hold",
                    at,
                    drop(code, at).andThen(made -> made.goto_(jump(code, at).target()))));
  }

  private static Stream<Edit> boundary(Code code) {
    return code.all(BranchInstruction.class)
        .filter(at -> BOUNDARIES.containsKey(jump(code, at).opcode()))
        .mapToObj(
            at ->
                new Edit(
                    "is wrong where both are equal",
                    at,
                    made ->
                        made.branch(
                            BOUNDARIES.get(jump(code, at).opcode()), jump(code, at).target())));
  }

  /// `||` for `&&`, and the other way round: of two conditions with one way out, the first leads
  /// past the second.
  private static Stream<Edit> either(Code code) {
    return conditions(code).flatMap(at -> either(code, at).stream());
  }

  private static Optional<Edit> either(Code code, int first) {
    return code.all(BranchInstruction.class)
        .filter(at -> at > first)
        .boxed()
        .findFirst()
        .filter(second -> operands(jump(code, second).opcode()) > 0)
        .filter(second -> isOneWayIn(code, first, second))
        .flatMap(second -> either(code, first, second));
  }

  private static boolean isOneWayIn(Code code, int first, int second) {
    return code.all(LabelTarget.class)
        .filter(at -> at > first && at < second)
        .noneMatch(at -> isTarget(code, ((LabelTarget) code.elements().get(at)).label()));
  }

  private static boolean isTarget(Code code, Label label) {
    return code.all(BranchInstruction.class).anyMatch(at -> jump(code, at).target() == label)
        || code.all(ExceptionCatch.class)
            .anyMatch(at -> ((ExceptionCatch) code.elements().get(at)).handler() == label);
  }

  private static Optional<Edit> either(Code code, int first, int second) {
    var one = jump(code, first);
    var other = jump(code, second);
    if (one.target() == other.target()) {
      var past = new Label[1];
      return Optional.of(
          new Edit(
              "|| for &&, or && for ||",
              first,
              Map.of(
                  first, made -> made.branch(inverse(one.opcode()), past[0]),
                  second, made -> made.with(other).labelBinding(past[0])),
              made -> past[0] = made.newLabel()));
    }
    var isPast =
        code.indices()
            .filter(at -> at > second && at < code.next(second))
            .anyMatch(
                at ->
                    code.elements().get(at) instanceof LabelTarget label
                        && label.label() == one.target());
    return isPast
        ? Optional.of(
            new Edit(
                "|| for &&, or && for ||",
                first,
                made -> made.branch(inverse(one.opcode()), other.target())))
        : Optional.empty();
  }

  private static Opcode inverse(Opcode jump) {
    return switch (jump) {
      case IFEQ -> Opcode.IFNE;
      case IFNE -> Opcode.IFEQ;
      case IFLT -> Opcode.IFGE;
      case IFGE -> Opcode.IFLT;
      case IFGT -> Opcode.IFLE;
      case IFLE -> Opcode.IFGT;
      case IF_ICMPEQ -> Opcode.IF_ICMPNE;
      case IF_ICMPNE -> Opcode.IF_ICMPEQ;
      case IF_ICMPLT -> Opcode.IF_ICMPGE;
      case IF_ICMPGE -> Opcode.IF_ICMPLT;
      case IF_ICMPGT -> Opcode.IF_ICMPLE;
      case IF_ICMPLE -> Opcode.IF_ICMPGT;
      case IF_ACMPEQ -> Opcode.IF_ACMPNE;
      case IF_ACMPNE -> Opcode.IF_ACMPEQ;
      case IFNULL -> Opcode.IFNONNULL;
      case IFNONNULL -> Opcode.IFNULL;
      default -> throw new IllegalArgumentException("not a condition: " + jump);
    };
  }
}
