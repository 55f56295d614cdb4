package workbook.grade.mutants;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The code of a method, element by element, and what operators ask of it.
record Code(ClassModel type, MethodModel method, List<CodeElement> elements, List<String> source) {
  static Stream<Code> of(ClassModel type, List<String> source) {
    return type.methods().stream()
        .filter(method -> method.code().isPresent())
        .map(method -> new Code(type, method, method.code().get().elementList(), source));
  }

  String name() {
    return method.methodName().stringValue();
  }

  IntStream indices() {
    return IntStream.range(0, elements.size());
  }

  /// The places of all elements of a kind.
  <E extends CodeElement> IntStream all(Class<E> kind) {
    return indices().filter(at -> kind.isInstance(elements.get(at)));
  }

  <E extends CodeElement> Optional<E> element(int at, Class<E> kind) {
    return at >= 0 && at < elements.size() && kind.isInstance(elements.get(at))
        ? Optional.of(kind.cast(elements.get(at)))
        : Optional.empty();
  }

  /// The place of the next instruction; -1 when there is none.
  int next(int at) {
    return indices()
        .filter(one -> one > at && elements.get(one) instanceof Instruction)
        .findFirst()
        .orElse(-1);
  }

  /// The place of the instruction that is done after one that does not branch: where a `goto`
  /// leads. `return a && b` is true or false first, and then returned.
  int nextDone(int at) {
    var next = next(at);
    while (next >= 0
        && elements.get(next) instanceof BranchInstruction jump
        && (jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W)) {
      next = next(place(jump.target()));
    }
    return next;
  }

  /// The local variable that a slot holds once something is stored there; empty when the compiler
  /// does not say.
  Optional<LocalVariable> variable(int store, int slot) {
    var after = next(store);
    return elements.stream()
        .filter(LocalVariable.class::isInstance)
        .map(LocalVariable.class::cast)
        .filter(local -> local.slot() == slot)
        .filter(local -> place(local.startScope()) <= after && after < place(local.endScope()))
        .findFirst();
  }

  /// The place of the instruction before; -1 when there is none.
  int previous(int at) {
    for (var one = at - 1; one >= 0; one--) {
      if (elements.get(one) instanceof Instruction) {
        return one;
      }
    }
    return -1;
  }

  /// The line of the source that an element belongs to; 0 when the compiler does not say.
  int line(int at) {
    for (var one = at; one >= 0; one--) {
      if (elements.get(one) instanceof LineNumber number) {
        return number.line();
      }
    }
    return 0;
  }

  /// The text of that line, without the spaces around it.
  String text(int at) {
    var line = line(at);
    return line < 1 || line > source.size() ? "" : source.get(line - 1).strip();
  }

  int place(Label label) {
    return indices()
        .filter(at -> elements.get(at) instanceof LabelTarget target && target.label() == label)
        .findFirst()
        .orElseThrow();
  }

  /// Whether it jumps to an earlier place: the end of a loop's round.
  boolean isBack(int at) {
    return element(at, BranchInstruction.class)
        .map(jump -> place(jump.target()) < at)
        .orElse(false);
  }

  InvokeInstruction call(int at) {
    return (InvokeInstruction) elements.get(at);
  }

  boolean isVoid(int at) {
    return call(at).typeSymbol().returnType().equals(ConstantDescs.CD_void);
  }

  /// The same change in several places.
  Map<Integer, Consumer<CodeBuilder>> each(
      List<Integer> places, IntFunction<Consumer<CodeBuilder>> instead) {
    return places.stream().collect(Collectors.toMap(at -> at, instead::apply));
  }

  /// The copies that the compiler made of a call or a field's name in the source: it repeats a
  /// `finally` at each way out.
  ///
  /// @return only this one when the line has the name more than once
  List<Integer> copies(int at) {
    var name = signature(at).getFirst();
    var named = text(at).split("\\b" + Pattern.quote(name.toString()) + "\\b", -1).length - 1;
    return named != 1
        ? List.of(at)
        : indices()
            .filter(one -> line(one) == line(at) && signature(one).equals(signature(at)))
            .boxed()
            .toList();
  }

  private List<Object> signature(int at) {
    return switch (elements.get(at)) {
      case InvokeInstruction call ->
          List.of(call.name().stringValue(), call.owner().asSymbol(), call.typeSymbol());
      case FieldInstruction field ->
          List.of(field.name().stringValue(), field.owner().asSymbol(), field.opcode());
      default -> List.of("");
    };
  }

  /// Whether anything in a part of the code can touch what other threads see. What checks an
  /// argument does not.
  boolean reachesOut(int from, int to) {
    return elements.subList(from, to).stream()
        .anyMatch(
            one ->
                callsOrIndexes(one) && !checks(one)
                    || one instanceof FieldInstruction
                    || one instanceof MonitorInstruction);
  }

  /// A call that looks at nothing but the reference or the number that it is given, or makes an
  /// exception of the JDK and its message.
  private static boolean checks(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call -> {
        var owner = call.owner().asSymbol();
        yield call.name().stringValue().matches("requireNonNull|checkIndex")
                && owner.displayName().equals("Objects")
            || call.name().equalsString("<init>")
                && owner.packageName().startsWith("java.")
                && owner.displayName().matches("\\w+(Exception|Error)");
      }
      case InvokeDynamicInstruction call ->
          call.name().equalsString("makeConcatWithConstants")
              && call.typeSymbol().parameterList().stream()
                  .allMatch(one -> one.isPrimitive() || one.equals(ConstantDescs.CD_String));
      default -> false;
    };
  }

  /// Whether anything in a part of the code can throw an exception that people think of.
  boolean canThrow(int from, int to) {
    return elements.subList(from, to).stream()
        .anyMatch(one -> callsOrIndexes(one) || one instanceof ThrowInstruction || isDivision(one));
  }

  private static boolean callsOrIndexes(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call -> !call.owner().asSymbol().displayName().equals("Math");
      case InvokeDynamicInstruction _, ArrayLoadInstruction _, ArrayStoreInstruction _ -> true;
      default -> false;
    };
  }

  private static boolean isDivision(CodeElement element) {
    return element instanceof OperatorInstruction operator
        && switch (operator.opcode()) {
          case IDIV, LDIV, IREM, LREM -> true;
          default -> false;
        };
  }

  /// The instructions that put the receiver of a call without arguments, or the object of a
  /// `monitorenter`, on the stack; empty when they are more than a name.
  List<CodeElement> receiver(int at) {
    var last = previous(at);
    if (last >= 0 && elements.get(last) instanceof LoadInstruction load) {
      return List.of(load);
    }
    if (last >= 0 && elements.get(last) instanceof FieldInstruction field) {
      return switch (field.opcode()) {
        case GETSTATIC -> List.of(field);
        case GETFIELD ->
            element(previous(last), LoadInstruction.class)
                .map(object -> List.<CodeElement>of(object, field))
                .orElse(List.of());
        default -> List.of();
      };
    }
    return List.of();
  }

  /// Whether the value that an instruction leaves is thrown away.
  boolean isIgnored(int at) {
    return element(next(at), StackInstruction.class)
        .map(
            one ->
                switch (one.opcode()) {
                  case POP, POP2 -> true;
                  default -> false;
                })
        .orElse(false);
  }

  /// Takes a value off the stack.
  static void pop(CodeBuilder code, ClassDesc type) {
    if (TypeKind.from(type).slotSize() == 2) {
      code.pop2();
    } else {
      code.pop();
    }
  }

  /// Takes what a call would take off the stack, and leaves zero, false or null as its result.
  static void popCall(CodeBuilder code, InvokeInstruction call) {
    popArguments(code, call);
    pushNothing(code, call.typeSymbol());
  }

  static void popArguments(CodeBuilder code, InvokeInstruction call) {
    call.typeSymbol().parameterList().reversed().forEach(one -> pop(code, one));
    if (call.opcode() != Opcode.INVOKESTATIC) {
      code.pop();
    }
  }

  static void pushNothing(CodeBuilder code, MethodTypeDesc type) {
    switch (TypeKind.from(type.returnType())) {
      case VOID -> {}
      case LONG -> code.lconst_0();
      case FLOAT -> code.fconst_0();
      case DOUBLE -> code.dconst_0();
      case REFERENCE -> code.aconst_null();
      default -> code.iconst_0();
    }
  }
}
