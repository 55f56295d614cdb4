package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Interrupts that get lost, and times that begin again.
final class WaitOperators {
  static final List<Operator> ALL =
      List.of(
          WaitOperators::swallowed, WaitOperators::uninterruptible, WaitOperators::timeStartsAgain);

  private static final ClassDesc INTERRUPTED = ClassDesc.of("java.lang.InterruptedException");

  private static final Map<String, String> DEAF =
      Map.of(
          "await", "awaitUninterruptibly",
          "lockInterruptibly", "lock",
          "acquire", "acquireUninterruptibly");

  private WaitOperators() {}

  /// `catch (InterruptedException ignored) {}` around one call.
  private static Stream<Edit> swallowed(Code code) {
    return code.all(InvokeInstruction.class)
        .filter(at -> isInterruptible(code.call(at)))
        .mapToObj(at -> swallowed(code, at));
  }

  /// Whether it is a method of the JDK that an interrupt ends.
  private static boolean isInterruptible(InvokeInstruction call) {
    var owner = call.owner().asSymbol();
    if (!owner.packageName().startsWith("java.")) {
      return false;
    }
    try {
      var type = Class.forName(owner.packageName() + "." + owner.displayName());
      return Stream.of(type.getMethods())
          .filter(method -> method.getName().equals(call.name().stringValue()))
          .filter(method -> descriptor(method).equals(call.typeSymbol()))
          .anyMatch(
              method -> List.of(method.getExceptionTypes()).contains(InterruptedException.class));
    } catch (ClassNotFoundException unknown) {
      return false;
    }
  }

  private static MethodTypeDesc descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .describeConstable()
        .orElseThrow();
  }

  private static Edit swallowed(Code code, int at) {
    var call = code.call(at);
    var labels = new Label[4]; // start, end, handler, after
    Consumer<CodeBuilder> first =
        made -> {
          for (var one = 0; one < labels.length; one++) {
            labels[one] = made.newLabel();
          }
          made.exceptionCatch(labels[0], labels[1], labels[2], INTERRUPTED);
        };
    Consumer<CodeBuilder> guarded =
        made -> {
          made.labelBinding(labels[0]).with(call).labelBinding(labels[1]);
          made.goto_(labels[3]).labelBinding(labels[2]).pop();
          Code.pushNothing(made, call.typeSymbol());
          made.labelBinding(labels[3]);
        };
    return new Edit(
        "swallows the interrupt of " + call.name() + "()", at, Map.of(at, guarded), first);
  }

  private static Stream<Edit> uninterruptible(Code code) {
    return CallOperators.calls(
        code,
        call ->
            DEAF.containsKey(call.name().stringValue())
                && call.typeSymbol().parameterCount() == 0
                && call.owner().asSymbol().packageName().startsWith("java.util.concurrent"),
        at -> made -> deaf(made, code.call(at)),
        call -> "%s() for %s()".formatted(DEAF.get(call.name().stringValue()), call.name()));
  }

  private static void deaf(CodeBuilder made, InvokeInstruction call) {
    made.invoke(
        call.opcode(),
        call.owner().asSymbol(),
        DEAF.get(call.name().stringValue()),
        call.typeSymbol(),
        call.isInterface());
  }

  /// After each wake-up it waits the whole time once more.
  private static Stream<Edit> timeStartsAgain(Code code) {
    return code.all(InvokeInstruction.class)
        .filter(at -> code.call(at).name().equalsString("awaitNanos"))
        .boxed()
        .flatMap(
            at ->
                code.element(code.next(at), StoreInstruction.class).stream()
                    .map(
                        left -> {
                          Consumer<CodeBuilder> anew =
                              made ->
                                  made.with(code.call(at))
                                      .pop2()
                                      .loadLocal(left.typeKind(), left.slot());
                          return new Edit("waits the whole time again", at, anew);
                        }));
  }
}
