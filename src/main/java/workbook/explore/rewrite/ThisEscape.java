package workbook.explore.rewrite;

import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.Set;

/// Whether the constructors of a class may hand out `this`: pass it to a method, put it somewhere,
/// or capture it. Goes by the types, so it may say yes where they never do.
final class ThisEscape {
  private final Hierarchy hierarchy;
  private final String name;
  private final Set<String> types;

  ThisEscape(Hierarchy hierarchy, String name) {
    this.hierarchy = hierarchy;
    this.name = name;
    types = hierarchy.typesOf(name);
  }

  boolean isPossible() {
    for (var type = hierarchy.model(name); type.isPresent(); type = above(type.get())) {
      if (type.get().methods().stream()
          .filter(ThisEscape::isConstructor)
          .anyMatch(this::handsOut)) {
        return true;
      }
    }
    return false;
  }

  private Optional<ClassModel> above(ClassModel type) {
    return type.superclass()
        .map(above -> above.asInternalName())
        .filter(Hierarchy::rewritten)
        .flatMap(hierarchy::model);
  }

  private static boolean isConstructor(MethodModel method) {
    return method.methodName().equalsString("<init>");
  }

  private boolean handsOut(MethodModel constructor) {
    var loaded = false;
    for (var element : constructor.code().orElseThrow()) {
      if (!(element instanceof Instruction instruction)) {
        continue;
      }
      if (isCall(instruction) || loaded && stores(instruction)) {
        return true;
      }
      loaded = instruction instanceof LoadInstruction load && load.slot() == 0;
    }
    return false;
  }

  private boolean isCall(Instruction instruction) {
    return switch (instruction) {
      case InvokeDynamicInstruction made -> takesThis(made.typeSymbol());
      case InvokeInstruction call -> isOnThis(call) || takesThis(call.typeSymbol());
      default -> false;
    };
  }

  private static boolean stores(Instruction instruction) {
    return switch (instruction) {
      case StoreInstruction _, ArrayStoreInstruction _ -> true;
      case FieldInstruction access ->
          access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC;
      default -> false;
    };
  }

  private boolean takesThis(MethodTypeDesc type) {
    return type.parameterList().stream().anyMatch(this::mayBeThis);
  }

  /// A call of another constructor hands out nothing by itself.
  private boolean isOnThis(InvokeInstruction call) {
    return call.opcode() != Opcode.INVOKESTATIC
        && !call.name().equalsString("<init>")
        && types.contains(call.owner().asInternalName());
  }

  private boolean mayBeThis(ClassDesc type) {
    if (!type.isClassOrInterface()) {
      return false;
    }
    var text = type.descriptorString();
    return types.contains(text.substring(1, text.length() - 1));
  }
}
