package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.SharedVariable;

/// Puts hooks around the elements of arrays.
final class ArrayWeaver {
  private final Weaver weaver;
  private final LoopWeaver loops;

  ArrayWeaver(Weaver weaver, LoopWeaver loops) {
    this.weaver = weaver;
    this.loops = loops;
  }

  void load(CodeBuilder code, ArrayLoadInstruction load) {
    loops.count(code);
    var objects = load.typeKind() == TypeKind.REFERENCE;
    var hook = objects ? "beforeElementRead" : "beforeRead";
    var array = objects ? CD_Object.arrayType() : CD_Object;
    var index = code.allocateLocal(TypeKind.INT);
    code.istore(index)
        .dup()
        .iload(index)
        .loadConstant(elements(load.typeKind(), CodeLocation.Operation.READ))
        .invokestatic(Weaver.HOOKS, hook, MethodTypeDesc.of(CD_void, array, CD_int, CD_int))
        .iload(index)
        .with(load);
    if (objects) {
      code.invokestatic(AtomicWeaver.HOOKS, "afterDisguise", MethodTypeDesc.of(CD_void));
    } else {
      var hooked = Weaver.hooked(load.typeKind().upperBound());
      code.invokestatic(Weaver.HOOKS, "afterRead", MethodTypeDesc.of(hooked, hooked));
    }
  }

  void store(CodeBuilder code, ArrayStoreInstruction store) {
    loops.count(code);
    var kind = store.typeKind().asLoadable();
    var hooked = Weaver.hooked(store.typeKind().upperBound());
    var value = code.allocateLocal(kind);
    var index = code.allocateLocal(TypeKind.INT);
    code.storeLocal(kind, value)
        .istore(index)
        .dup()
        .iload(index)
        .dup2()
        .arrayLoad(store.typeKind())
        .loadLocal(kind, value)
        .loadConstant(elements(store.typeKind(), CodeLocation.Operation.WRITE))
        .invokestatic(
            Weaver.HOOKS,
            "write",
            MethodTypeDesc.of(CD_void, CD_Object, CD_int, hooked, hooked, CD_int))
        .iload(index)
        .loadLocal(kind, value)
        .with(store);
  }

  private int elements(TypeKind kind, CodeLocation.Operation operation) {
    var variable = SharedVariable.elementsOf(kind.name().toLowerCase(Locale.ROOT));
    return weaver.elementSite(operation, variable, kind.slotSize() == 2);
  }
}
