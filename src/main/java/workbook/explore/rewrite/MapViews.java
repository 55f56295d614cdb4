package workbook.explore.rewrite;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.util.Collection;
import java.util.Set;

/// Gives the copies of hash maps fields of their own for the views they keep. The JDK's maps keep
/// them in fields of `AbstractMap` that only `java.util` may use.
final class MapViews {
  private static final Set<String> OWNERS =
      Set.of(Renames.COPY + "java/util/HashMap", Renames.COPY + "java/util/IdentityHashMap");

  private static final String KEYS = "keySet";
  private static final String VALUES = "values";
  private static final ClassDesc SET = Set.class.describeConstable().orElseThrow();
  private static final ClassDesc COLLECTION = Collection.class.describeConstable().orElseThrow();

  private MapViews() {}

  /// The same class file, or one with the fields if it is a map's that needs them.
  static byte[] declared(String name, byte[] copy) {
    if (!OWNERS.contains(name)) {
      return copy;
    }
    var withFields =
        ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString("clone"), cleared(name))
            .andThen(ClassTransform.endHandler(MapViews::declare));
    var context = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);
    return context.transformClass(context.parse(copy), withFields);
  }

  private static void declare(ClassBuilder builder) {
    builder.withField(KEYS, SET, ClassFile.ACC_TRANSIENT);
    builder.withField(VALUES, COLLECTION, ClassFile.ACC_TRANSIENT);
  }

  /// A clone begins without views, as `AbstractMap.clone` has it: they are cleared where its entry
  /// set is.
  private static CodeTransform cleared(String name) {
    var map = ClassDesc.ofInternalName(name);
    return (code, element) -> {
      if (element instanceof FieldInstruction field
          && field.opcode() == Opcode.PUTFIELD
          && field.name().equalsString("entrySet")) {
        code.pop()
            .dup()
            .aconst_null()
            .putfield(map, KEYS, SET)
            .dup()
            .aconst_null()
            .putfield(map, VALUES, COLLECTION)
            .aconst_null();
      }
      code.with(element);
    };
  }
}
