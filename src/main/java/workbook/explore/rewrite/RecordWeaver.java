package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes out the hash code of a record, which may have components that are hashed by identity.
final class RecordWeaver {
  private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  private RecordWeaver() {}

  /// Whether the instruction computes the hash code of a record.
  static boolean hashes(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(OBJECT_METHODS)
        && call.name().equalsString("hashCode");
  }

  /// Writes what an instruction that [#hashes] does. The record lies on the stack.
  static void hashCode(CodeBuilder code, InvokeDynamicInstruction call) {
    var self = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(self).iconst_0();
    for (var argument : call.bootstrapArgs()) {
      if (argument instanceof DirectMethodHandleDesc getter) {
        var type = getter.invocationType().returnType();
        code.loadConstant(31)
            .imul()
            .aload(self)
            .getfield(getter.owner(), getter.methodName(), type);
        box(code, type);
        code.invokestatic(Weaver.MACHINE, "hashCode", MethodTypeDesc.of(CD_int, CD_Object)).iadd();
      }
    }
  }

  private static void box(CodeBuilder code, ClassDesc type) {
    if (type.isPrimitive()) {
      var boxed =
          switch (TypeKind.from(type)) {
            case BOOLEAN -> "Boolean";
            case BYTE -> "Byte";
            case CHAR -> "Character";
            case SHORT -> "Short";
            case INT -> "Integer";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case REFERENCE, VOID -> throw new AssertionError("no primitive");
          };
      var to = ClassDesc.of("java.lang." + boxed);
      code.invokestatic(to, "valueOf", MethodTypeDesc.of(to, type));
    }
  }
}
