package workbook.explore.rewrite;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which classes have static state that begins afresh in every run, and which of them have to be
/// initialised for it.
final class Initialisation {
  /// Types whose values never change, or are told apart only by identity.
  private static final Set<String> UNCHANGING =
      Set.of(
          "Ljava/lang/String;",
          "Ljava/lang/Object;",
          "Ljava/lang/Class;",
          "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Boolean;",
          "Ljava/lang/invoke/VarHandle;",
          "Ljava/lang/invoke/MethodHandle;",
          "Ljava/time/Duration;",
          "Ljava/lang/RuntimePermission;",
          "Ljava/util/concurrent/TimeUnit;",
          "[Ljava/io/ObjectStreamField;",
          "Lworkbook/explore/model/InternalUnsafe;");

  /// What initialisers of such fields use; no other thread can tell when.
  private static final Set<String> QUIET =
      Set.of(
          "java/lang/Object",
          "java/lang/String",
          "java/lang/Class",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Boolean",
          "java/lang/AssertionError",
          "java/lang/ExceptionInInitializerError",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/MethodType",
          "java/time/Duration",
          "java/util/concurrent/TimeUnit");

  private Initialisation() {}

  static boolean isLibrary(ClassModel type) {
    return type.thisClass().asInternalName().startsWith(Renames.COPY);
  }

  /// Whether the static fields of the class are set again in every run.
  static boolean beginsAfresh(Hierarchy hierarchy, ClassModel type) {
    var name = type.thisClass().asInternalName();
    if (isLibrary(type)) {
      return !isInterface(type)
          && !type.flags().has(AccessFlag.ENUM)
          && type.fields().stream().anyMatch(Initialisation::changes);
    }
    return Hierarchy.rewritten(name) && hierarchy.afresh(type, () -> changes(hierarchy, type));
  }

  private static boolean changes(Hierarchy hierarchy, ClassModel type) {
    var fields = type.fields().stream().anyMatch(Statics::isReset);
    var quiet =
        type.fields().stream().noneMatch(Initialisation::changes)
            && initialiser(type).stream().allMatch(body -> isQuiet(type, body));
    return (fields || initialiser(type).isPresent()) && !quiet || !above(hierarchy, type).isEmpty();
  }

  private static boolean changes(FieldModel field) {
    if (!field.flags().has(AccessFlag.STATIC)) {
      return false;
    }
    if (!field.flags().has(AccessFlag.FINAL)) {
      return true;
    }
    var type = field.fieldType().stringValue();
    return type.length() > 1 && !UNCHANGING.contains(type);
  }

  /// Whether no other thread can tell when, or by whom, the initialiser is run.
  private static boolean isQuiet(ClassModel type, MethodModel initialiser) {
    return initialiser
        .code()
        .orElseThrow()
        .elementStream()
        .filter(Instruction.class::isInstance)
        .allMatch(
            instruction ->
                switch (instruction) {
                  case InvokeInstruction call -> QUIET.contains(call.owner().asInternalName());
                  case NewObjectInstruction made ->
                      QUIET.contains(made.className().asInternalName());
                  case FieldInstruction access ->
                      QUIET.contains(access.owner().asInternalName())
                          || access.owner().equals(type.thisClass());
                  case InvokeDynamicInstruction _ -> false;
                  default -> true;
                });
  }

  /// Whether using the class may do something: run its initialiser, or one above it.
  static boolean isNeeded(Hierarchy hierarchy, ClassModel type) {
    return beginsAfresh(hierarchy, type)
        && (isLibrary(type) || initialiser(type).isPresent() || !above(hierarchy, type).isEmpty());
  }

  /// The class's initialiser as the compiler wrote it.
  static Optional<MethodModel> initialiser(ClassModel type) {
    return type.methods().stream()
        .filter(method -> method.methodName().equalsString("<clinit>"))
        .findFirst();
  }

  /// What has to be initialised before the class: the class above it, then the interfaces above it
  /// that have methods with code (JVMS 5.5).
  static List<ClassModel> above(Hierarchy hierarchy, ClassModel type) {
    if (isInterface(type)) {
      return List.of();
    }
    var above = new ArrayList<ClassModel>();
    type.superclass()
        .flatMap(parent -> hierarchy.model(parent.asInternalName()))
        .filter(parent -> isNeeded(hierarchy, parent))
        .ifPresent(above::add);
    if (!isLibrary(type)) {
      addInterfaces(hierarchy, type, above);
    }
    return above;
  }

  private static void addInterfaces(Hierarchy hierarchy, ClassModel type, List<ClassModel> above) {
    for (var entry : type.interfaces()) {
      if (!Hierarchy.rewritten(entry.asInternalName())) {
        continue;
      }
      hierarchy
          .model(entry.asInternalName())
          .ifPresent(
              model -> {
                addInterfaces(hierarchy, model, above);
                if (hasInstanceCode(model) && isNeeded(hierarchy, model)) {
                  above.add(model);
                }
              });
    }
  }

  private static boolean hasInstanceCode(ClassModel type) {
    return type.methods().stream()
        .anyMatch(
            method ->
                !method.flags().has(AccessFlag.STATIC) && !method.flags().has(AccessFlag.ABSTRACT));
  }

  private static boolean isInterface(ClassModel type) {
    return type.flags().has(AccessFlag.INTERFACE);
  }
}
