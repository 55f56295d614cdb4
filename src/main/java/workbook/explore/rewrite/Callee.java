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

  boolean takesCallback() {
    return type.descriptorString().contains("Ljava/util/function/");
  }

  boolean is(String owner, String name) {
    return this.owner.equals(owner) && this.name.equals(name);
  }

  String descriptor() {
    return type.descriptorString();
  }
}
