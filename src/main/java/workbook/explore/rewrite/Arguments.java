package workbook.explore.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/// The arguments of a call, which lie on the stack above its receiver: put aside and taken back.
final class Arguments {
  private Arguments() {}

  /// Runs `hook` with the receiver on top of the stack, the arguments put aside.
  static void under(CodeBuilder code, Callee callee, Runnable hook) {
    var slots = putAside(code, callee);
    hook.run();
    takeBack(code, callee, slots);
  }

  static int[] putAside(CodeBuilder code, Callee callee) {
    var types = callee.type().parameterList();
    var slots = new int[types.size()];
    for (var i = slots.length - 1; i >= 0; i--) {
      var kind = TypeKind.from(types.get(i));
      slots[i] = code.allocateLocal(kind);
      code.storeLocal(kind, slots[i]);
    }
    return slots;
  }

  static void takeBack(CodeBuilder code, Callee callee, int[] slots) {
    for (var i = 0; i < slots.length; i++) {
      code.loadLocal(TypeKind.from(callee.type().parameterType(i)), slots[i]);
    }
  }
}
