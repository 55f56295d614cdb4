package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import workbook.explore.runtime.CodeLocation;

/// Puts hooks at the heads of the loops of one method, and before what only counts.
final class LoopWeaver {
  private static final ClassDesc LOOP_HOOKS = ClassDesc.of("workbook.explore.runtime.LoopHooks");

  private final Rewriter rewriter;
  private final Loops loops;
  private final String method;
  private final boolean library;

  /// The local variable that tells this call of a method with loops from others.
  private int call;

  /// How many instructions came before this one.
  private int instruction = -1;

  LoopWeaver(Rewriter rewriter, Loops loops, String method, boolean library) {
    this.rewriter = rewriter;
    this.loops = loops;
    this.method = method;
    this.library = library;
  }

  void atStart(CodeBuilder code) {
    if (!library && !loops.isEmpty()) {
      call = code.allocateLocal(TypeKind.LONG);
      code.lconst_0().lstore(call);
    }
  }

  /// Notes that one more instruction follows.
  void next() {
    instruction++;
  }

  /// After a label, where a loop may begin.
  void at(CodeBuilder code, Label label) {
    if (!library && loops.at(label) != null) {
      head(code, loops.at(label));
    }
  }

  /// Before a jump. One that goes back to the head of a loop leaves the code when the execution is
  /// over: the head may stand where whatever is thrown is caught.
  void beforeJump(CodeBuilder code, Label target) {
    if (!library && loops.at(target) != null) {
      code.invokestatic(LOOP_HOOKS, "goesOn", MethodTypeDesc.of(CD_void));
    }
  }

  private void head(CodeBuilder code, Loops.Head head) {
    var number =
        CodeLocation.number(
            CodeLocation.call(
                rewriter.typeName(),
                method,
                rewriter.file(),
                head.line(),
                CodeLocation.Operation.CALL,
                ""));
    code.lload(call)
        .loadConstant(number)
        .invokestatic(LOOP_HOOKS, "loopHead", MethodTypeDesc.of(CD_long, CD_long, CD_int))
        .lstore(call);
    if (head.locals() == null) {
      return;
    }
    code.invokestatic(LOOP_HOOKS, "wantsLocals", MethodTypeDesc.of(CD_boolean))
        .ifThen(
            wanted -> {
              for (var local : head.locals()) {
                var hooked = Weaver.hooked(local.kind().upperBound());
                wanted
                    .loadLocal(local.kind(), local.slot())
                    .invokestatic(LOOP_HOOKS, "local", MethodTypeDesc.of(CD_void, hooked));
              }
              wanted
                  .lload(call)
                  .loadConstant(number)
                  .invokestatic(LOOP_HOOKS, "atHead", MethodTypeDesc.of(CD_void, CD_long, CD_int));
            });
  }

  /// Before an access in a statement that only adds to the variable.
  void count(CodeBuilder code) {
    if (loops.onlyCounts(instruction)) {
      code.invokestatic(Weaver.HOOKS, "onlyCounts", MethodTypeDesc.of(CD_void));
    }
  }
}
