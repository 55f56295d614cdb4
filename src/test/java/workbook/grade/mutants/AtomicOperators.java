package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One step that becomes two.
final class AtomicOperators {
  static final List<Operator> ALL =
      List.of(AtomicOperators::setsAnyway, AtomicOperators::twoSteps, AtomicOperators::onlyGets);

  private static final ClassDesc INTEGER =
      ClassDesc.of("java.util.concurrent.atomic.AtomicInteger");
  private static final ClassDesc LONG = ClassDesc.of("java.util.concurrent.atomic.AtomicLong");

  /// How much more an operation makes it.
  private static final Map<String, Integer> STEPS =
      Map.of(
          "getAndIncrement", 1, "incrementAndGet", 1, "getAndDecrement", -1, "decrementAndGet", -1);

  private AtomicOperators() {}

  /// `compareAndSet` that does not compare.
  private static Stream<Edit> setsAnyway(Code code) {
    return CallOperators.calls(
        code,
        call ->
            call.name().stringValue().matches("(weakC|c)ompareAndSet\\w*")
                && call.typeSymbol().parameterCount() >= 2,
        at -> made -> setAnyway(made, code.call(at)),
        call -> "set() for " + call.name() + "()");
  }

  private static void setAnyway(CodeBuilder made, InvokeInstruction call) {
    var type = call.typeSymbol();
    var last = type.parameterCount() - 1;
    var value = type.parameterType(last);
    if (TypeKind.from(value).slotSize() == 2) {
      made.dup2_x2().pop2().pop2();
    } else {
      made.swap().pop();
    }
    var set = type.dropParameterTypes(last - 1, last).changeReturnType(ConstantDescs.CD_void);
    made.invokevirtual(call.owner().asSymbol(), "set", set).iconst_1();
  }

  /// `get()` and then `set()`.
  private static Stream<Edit> twoSteps(Code code) {
    return CallOperators.calls(
        code,
        call -> STEPS.containsKey(call.name().stringValue()) && isNumber(call),
        at -> made -> getAndSet(made, code.call(at)),
        call -> "get() and set() for " + call.name() + "()");
  }

  private static boolean isNumber(InvokeInstruction call) {
    var owner = call.owner().asSymbol();
    return owner.equals(INTEGER) || owner.equals(LONG);
  }

  private static void getAndSet(CodeBuilder made, InvokeInstruction call) {
    var owner = call.owner().asSymbol();
    var wide = owner.equals(LONG);
    var kind = wide ? TypeKind.LONG : TypeKind.INT;
    var number = wide ? ConstantDescs.CD_long : ConstantDescs.CD_int;
    var step = STEPS.get(call.name().stringValue());
    Consumer<CodeBuilder> add =
        wide ? b -> b.loadConstant((long) step).ladd() : b -> b.loadConstant(step).iadd();
    var before = made.allocateLocal(kind);
    made.dup().invokevirtual(owner, "get", MethodTypeDesc.of(number)).storeLocal(kind, before);
    made.loadLocal(kind, before);
    add.accept(made);
    made.invokevirtual(owner, "set", MethodTypeDesc.of(ConstantDescs.CD_void, number));
    made.loadLocal(kind, before);
    if (call.name().stringValue().endsWith("AndGet")) {
      add.accept(made);
    }
  }

  /// `get()` where the old value should be taken away.
  private static Stream<Edit> onlyGets(Code code) {
    return CallOperators.calls(
        code,
        call -> call.name().equalsString("getAndSet") && call.typeSymbol().parameterCount() == 1,
        at ->
            made -> {
              var type = code.call(at).typeSymbol();
              Code.pop(made, type.parameterType(0));
              made.invokevirtual(
                  code.call(at).owner().asSymbol(), "get", type.dropParameterTypes(0, 1));
            },
        _ -> "get() for getAndSet()");
  }
}
