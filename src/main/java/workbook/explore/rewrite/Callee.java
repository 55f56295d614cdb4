package workbook.explore.rewrite;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// A method as a call names it.
record Callee(Opcode opcode, String owner, String name, MethodTypeDesc type, boolean isInterface) {
  static Callee of(InvokeInstruction call) {
    return new Callee(
        call.opcode(),
        call.owner().asInternalName(),
        call.name().stringValue(),
        call.typeSymbol(),
        call.isInterface());
  }

  ClassDesc ownerDesc() {
    return owner.startsWith("[") ? ClassDesc.ofDescriptor(owner) : ClassDesc.ofInternalName(owner);
  }

  boolean isStatic() {
    return opcode == Opcode.INVOKESTATIC;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /// Whether the callee may call code under test back that it is given.
  boolean takesCallback() {
    var text = type.descriptorString();
    return text.contains("Ljava/util/function/") || text.contains("Ljava/util/Comparator;)");
  }

  boolean is(String owner, String name) {
    return this.owner.equals(owner) && this.name.equals(name);
  }

  String descriptor() {
    return type.descriptorString();
  }
}
