package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Hooks for calls that compute hash codes: those that objects have by their identity differ from
/// JVM to JVM.
final class HashWeaver {
  static final HashWeaver NONE = new HashWeaver(null);

  private static final ClassDesc HOOKS = ClassDesc.of("workbook.explore.runtime.HashHooks");
  private static final String OBJECT = "java/lang/Object";
  private static final String ENUM = "java/lang/Enum";

  private final CodeBuilder code;
  private int asked;

  private HashWeaver(CodeBuilder code) {
    this.code = code;
  }

  /// The hooks around a call by the code under test. A method `hashCode` is only a part of another
  /// one, or a hash table calls it.
  ///
  /// @param method the method that makes the call
  static HashWeaver around(String method, CodeBuilder code, Callee callee) {
    return computes(callee) && !method.equals("hashCode") ? new HashWeaver(code) : NONE;
  }

  private static boolean computes(Callee callee) {
    return switch (callee.owner() + "." + callee.name()) {
      case "java/util/Objects.hash", "java/util/Objects.hashCode", "java/util/Arrays.hashCode" ->
          true;
      default -> isHashCode(callee);
    };
  }

  private static boolean isHashCode(Callee callee) {
    return callee.name().equals("hashCode") && callee.descriptor().equals("()I");
  }

  /// Whether the object called may have no hash code of its own.
  static boolean byIdentity(Callee callee, Hierarchy hierarchy) {
    if (!isHashCode(callee)) {
      return false;
    }
    var above = callee.owner().startsWith("[") ? OBJECT : hierarchy.library(callee.owner());
    return above.equals(OBJECT) || above.equals(ENUM) || hierarchy.isBelow(above, ENUM);
  }

  /// Writes a call that is [#byIdentity].
  static void call(CodeBuilder code, Callee callee) {
    hook(code, callee.opcode() == Opcode.INVOKESPECIAL ? "hash" : "hashCode");
  }

  /// Writes what gives the identity hash code of the object on the stack.
  static void hash(CodeBuilder code) {
    hook(code, "hash");
  }

  private static void hook(CodeBuilder code, String name) {
    code.invokestatic(HOOKS, name, MethodTypeDesc.of(CD_int, CD_Object));
  }

  void before() {
    if (code != null) {
      asked = code.allocateLocal(TypeKind.INT);
      code.invokestatic(HOOKS, "asked", MethodTypeDesc.of(CD_int)).istore(asked);
    }
  }

  void after() {
    if (code != null) {
      code.iload(asked).invokestatic(HOOKS, "computed", MethodTypeDesc.of(CD_void, CD_int));
    }
  }
}
