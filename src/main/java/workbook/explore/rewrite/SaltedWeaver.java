package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Redirects the making of immutable sets and maps: the order of the JDK's own ones differs from
/// one JVM to the next.
final class SaltedWeaver {
  private static final ClassDesc SET = ClassDesc.of("workbook.explore.model.ModelSet");
  private static final ClassDesc MAP = ClassDesc.of("workbook.explore.model.ModelMap");
  private static final Set<String> MAKERS =
      Set.of(
          "java/util/Set.of",
          "java/util/Set.copyOf",
          "java/util/Map.of",
          "java/util/Map.ofEntries",
          "java/util/Map.copyOf",
          Renames.COPY + "java/util/stream/Collectors.toUnmodifiableSet",
          Renames.COPY + "java/util/stream/Collectors.toUnmodifiableMap");

  private SaltedWeaver() {}

  /// Whether the call makes a set or map whose order depends on the JVM.
  static boolean makes(Callee callee) {
    return callee.isStatic() && MAKERS.contains(callee.owner() + "." + callee.name());
  }

  /// Writes a call that [#makes] one.
  static void call(CodeBuilder code, Callee callee) {
    var isMap = callee.owner().equals("java/util/Map") || callee.name().endsWith("Map");
    var stands = isMap ? MAP : SET;
    if (!callee.name().equals("of")) {
      code.invokestatic(stands, callee.name(), callee.type());
      return;
    }
    if (!callee.descriptor().startsWith("([")) {
      array(code, callee);
    }
    var type = MethodTypeDesc.of(callee.type().returnType(), CD_Object.arrayType());
    code.invokestatic(stands, "of", type);
  }

  /// Puts the arguments into an array.
  private static void array(CodeBuilder code, Callee callee) {
    var slots = Arguments.putAside(code, callee);
    code.loadConstant(slots.length).anewarray(CD_Object);
    for (var i = 0; i < slots.length; i++) {
      code.dup().loadConstant(i).aload(slots[i]).aastore();
    }
  }
}
