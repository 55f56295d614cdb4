package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/// Makes static state begin afresh in every run.
///
/// A class whose static fields can hold anything that changes gets its initialiser moved into a
/// method `$init`, which does its work once in each run, and a method `$reset` that forgets. Every
/// static access from outside, every static method and every constructor begins with `$init`, just
/// as the JVM would begin with the initialiser.
final class Statics {
  static final String INIT = "$init";
  static final String RESET = "$reset";
  static final String BODY = "$init$body";
  private static final String DONE = "$initialised";
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);
  private static final int HIDDEN =
      ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

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

  private Statics() {}

  /// Whether the class begins afresh in every run.
  static boolean restart(ClassModel type) {
    if (type.flags().has(AccessFlag.INTERFACE) || type.flags().has(AccessFlag.ENUM)) {
      return false;
    }
    return type.fields().stream().anyMatch(Statics::changes);
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

  private static boolean resettable(FieldModel field) {
    return field.flags().has(AccessFlag.STATIC)
        && field.findAttribute(Attributes.constantValue()).isEmpty();
  }

  /// The field as it must be declared, so that it can be set again.
  static void declare(ClassBuilder builder, FieldModel field) {
    if (!resettable(field)) {
      builder.with(field);
      return;
    }
    builder.withField(
        field.fieldName(),
        field.fieldType(),
        to -> {
          to.withFlags(field.flags().flagsMask() & ~ClassFile.ACC_FINAL);
          field.forEach(
              element -> {
                if (!(element instanceof AccessFlags)) {
                  to.with(element);
                }
              });
        });
  }

  /// Adds `$init`, `$reset` and an initialiser that only makes the class known.
  static void addMethods(ClassBuilder builder, ClassModel type, Hierarchy hierarchy) {
    var self = type.thisClass().asSymbol();
    var hasBody = type.methods().stream().anyMatch(m -> m.methodName().equalsString("<clinit>"));
    builder.withField(DONE, CD_boolean, HIDDEN);
    builder.withMethodBody(
        INIT, NOTHING, HIDDEN, code -> init(code, type, self, hierarchy, hasBody));
    builder.withMethodBody(RESET, NOTHING, HIDDEN, code -> reset(code, type, self));
    builder.withMethodBody(
        "<clinit>",
        NOTHING,
        ClassFile.ACC_STATIC,
        code ->
            code.loadConstant(self)
                .invokestatic(
                    ClassDesc.of("workbook.explore.runtime.StaticState"),
                    "register",
                    MethodTypeDesc.of(CD_void, CD_Class))
                .return_());
  }

  private static void init(
      CodeBuilder code, ClassModel type, ClassDesc self, Hierarchy hierarchy, boolean hasBody) {
    code.getstatic(self, DONE, CD_boolean).ifThen(CodeBuilder::return_);
    code.iconst_1().putstatic(self, DONE, CD_boolean);
    type.superclass()
        .flatMap(parent -> hierarchy.model(parent.asInternalName()))
        .filter(parent -> isOurs(parent) && restart(parent))
        .ifPresent(parent -> code.invokestatic(parent.thisClass().asSymbol(), INIT, NOTHING));
    if (hasBody) {
      code.invokestatic(Weaver.HOOKS, "enterInitialiser", NOTHING)
          .trying(
              body ->
                  body.invokestatic(self, BODY, NOTHING)
                      .invokestatic(Weaver.HOOKS, "exitInitialiser", NOTHING),
              catching ->
                  catching.catchingAll(
                      handler ->
                          handler.invokestatic(Weaver.HOOKS, "exitInitialiser", NOTHING).athrow()));
    }
    code.return_();
  }

  private static void reset(CodeBuilder code, ClassModel type, ClassDesc self) {
    code.iconst_0().putstatic(self, DONE, CD_boolean);
    for (var field : type.fields()) {
      if (!resettable(field)) {
        continue;
      }
      var fieldType = field.fieldTypeSymbol();
      switch (TypeKind.from(fieldType).asLoadable()) {
        case LONG -> code.lconst_0();
        case FLOAT -> code.fconst_0();
        case DOUBLE -> code.dconst_0();
        case REFERENCE -> code.aconst_null();
        default -> code.iconst_0();
      }
      code.putstatic(self, field.fieldName().stringValue(), fieldType);
    }
    code.return_();
  }

  /// Whether a class goes through the rewriter at all.
  static boolean isOurs(ClassModel type) {
    var name = type.thisClass().asInternalName();
    return Hierarchy.rewritten(name) || name.startsWith(Renames.COPY);
  }
}
