package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Lets one method tell that it catches a `StackOverflowError`: a recursion that does so again and
/// again comes to no end in anybody's lifetime. Where another throwable is caught, it costs a type
/// test.
final class OverflowWeaver {
  private static final ClassDesc OVERFLOW = ClassDesc.of("java.lang.StackOverflowError");
  private static final Set<String> CAUGHT_AS =
      Set.of(
          "java/lang/StackOverflowError",
          "java/lang/VirtualMachineError",
          "java/lang/Error",
          "java/lang/Throwable");

  private final Set<Label> handlers = new HashSet<>();
  private final boolean library;

  /// @param library whether the method is the JDK's
  OverflowWeaver(boolean library) {
    this.library = library;
  }

  void note(ExceptionCatch handler) {
    var type = handler.catchType().map(caught -> caught.asInternalName()).orElse("");
    if (!library && CAUGHT_AS.contains(type)) {
      handlers.add(handler.handler());
    }
  }

  /// After a label.
  void at(CodeBuilder code, Label label) {
    if (handlers.contains(label)) {
      code.dup().instanceOf(OVERFLOW).ifThen(OverflowWeaver::tell);
    }
  }

  private static void tell(CodeBuilder code) {
    var type = MethodTypeDesc.of(CD_void, CD_Object);
    code.dup().invokestatic(Weaver.HOOKS, "overflowed", type);
  }
}
