package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Throwable;
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
import java.util.function.Consumer;

/// Makes static state begin afresh in every run.
///
/// A class with static state, see [Initialisation], gets its initialiser moved into a method
/// `$init`, which does its work once in each run, and a method `$reset` that forgets. Whatever
/// would make the JVM initialise the class calls `$init` instead.
///
/// The fields of an interface are final for ever, so they move to a class of their own, with
/// `$init` and `$reset`; the code of the initialiser stays in the interface.
final class Statics {
  static final String INIT = "$init";
  static final String RESET = "$reset";
  static final String BODY = "$init$body";
  static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);
  private static final String DONE = "$initialised";
  private static final String HOLDER = "$$statics";
  private static final int HIDDEN =
      ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final Hierarchy hierarchy;
  private final ClassModel type;
  private final ClassDesc self;

  /// Where the static fields are.
  private final ClassDesc holder;

  Statics(Hierarchy hierarchy, ClassModel type) {
    this.hierarchy = hierarchy;
    this.type = type;
    self = type.thisClass().asSymbol();
    holder = holder(type);
  }

  /// The class that has the static fields of a class that begins afresh, and its `$init`.
  static ClassDesc holder(ClassModel type) {
    var name = type.thisClass().asInternalName();
    return ClassDesc.ofInternalName(isInterface(type) ? name + HOLDER : name);
  }

  /// The interface whose static fields the class of this name has; null for any other class.
  static String interfaceOf(String holder) {
    return holder.endsWith(HOLDER) ? holder.substring(0, holder.length() - HOLDER.length()) : null;
  }

  private static boolean isInterface(ClassModel type) {
    return type.flags().has(AccessFlag.INTERFACE);
  }

  /// Whether the field is set again in every run.
  static boolean isReset(FieldModel field) {
    return field.flags().has(AccessFlag.STATIC)
        && field.findAttribute(Attributes.constantValue()).isEmpty();
  }

  /// Declares the field where it belongs, so that it can be set again.
  void declare(ClassBuilder builder, FieldModel field) {
    if (!isReset(field)) {
      builder.with(field);
    } else if (!isInterface(type)) {
      declareUnlocked(builder, field);
    }
  }

  /// Declares a field that can be set at any time.
  static void declareUnlocked(ClassBuilder builder, FieldModel field) {
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

  /// The class that has the static fields of an interface.
  static byte[] holderOf(Hierarchy hierarchy, ClassModel type) {
    var statics = new Statics(hierarchy, type);
    return ClassFile.of()
        .build(
            statics.holder,
            builder -> {
              builder.withFlags(
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
              type.fields().stream()
                  .filter(Statics::isReset)
                  .forEach(field -> declareUnlocked(builder, field));
              statics.addMethods(builder, code -> {});
            });
  }

  /// Adds `$init`, `$reset` and an initialiser that only makes the class known.
  ///
  /// @param first what the initialiser does before
  void addMethods(ClassBuilder builder, Consumer<CodeBuilder> first) {
    builder.withField(DONE, CD_boolean, HIDDEN);
    if (Initialisation.isNeeded(hierarchy, type)) {
      builder.withMethodBody(INIT, NOTHING, HIDDEN, this::init);
    }
    builder.withMethodBody(RESET, NOTHING, HIDDEN, this::reset);
    builder.withMethodBody(
        "<clinit>",
        NOTHING,
        ClassFile.ACC_STATIC,
        code -> {
          first.accept(code);
          code.loadConstant(holder)
              .invokestatic(
                  ClassDesc.of("workbook.explore.runtime.StaticState"),
                  "register",
                  MethodTypeDesc.of(CD_void, CD_Class))
              .return_();
        });
  }

  private void init(CodeBuilder code) {
    code.getstatic(holder, DONE, CD_boolean).ifThen(CodeBuilder::return_);
    if (Initialisation.isLibrary(type)) {
      initLibrary(code);
    } else {
      initOnce(code);
    }
    code.return_();
  }

  /// The initialisation of a copied class of the JDK: no other thread runs meanwhile.
  private void initLibrary(CodeBuilder code) {
    code.iconst_1().putstatic(holder, DONE, CD_boolean);
    above(code);
    if (hasBody()) {
      guarded(
          code.invokestatic(InitialisationWeaver.HOOKS, "enterLibrary", NOTHING),
          body -> body(body).invokestatic(InitialisationWeaver.HOOKS, "exitLibrary", NOTHING),
          handler -> handler.invokestatic(InitialisationWeaver.HOOKS, "exitLibrary", NOTHING));
    }
  }

  /// The initialisation of a class under test: once, in one thread, and the others wait.
  private void initOnce(CodeBuilder code) {
    var asks = MethodTypeDesc.of(CD_boolean, CD_Class);
    code.loadConstant(self)
        .invokestatic(InitialisationWeaver.HOOKS, "begin", asks)
        .ifThen(
            begins ->
                guarded(
                    begins,
                    body -> {
                      above(body);
                      if (hasBody()) {
                        body(body);
                      }
                      body.loadConstant(self)
                          .invokestatic(InitialisationWeaver.HOOKS, "end", asks)
                          .putstatic(holder, DONE, CD_boolean);
                    },
                    handler ->
                        handler
                            .loadConstant(self)
                            .swap()
                            .invokestatic(
                                InitialisationWeaver.HOOKS,
                                "fail",
                                MethodTypeDesc.of(CD_Throwable, CD_Class, CD_Throwable))));
  }

  /// @param failed what to do with what was thrown, which is on the stack; it is thrown again
  private static void guarded(
      CodeBuilder code, Consumer<CodeBuilder> body, Consumer<CodeBuilder> failed) {
    code.trying(
        body::accept,
        catching ->
            catching.catchingAll(
                handler -> {
                  failed.accept(handler);
                  handler.athrow();
                }));
  }

  private boolean hasBody() {
    return Initialisation.initialiser(type).isPresent();
  }

  private CodeBuilder body(CodeBuilder code) {
    return code.invokestatic(self, BODY, NOTHING, isInterface(type));
  }

  /// The classes and interfaces that are initialised before this one.
  private void above(CodeBuilder code) {
    Initialisation.above(hierarchy, type)
        .forEach(model -> code.invokestatic(holder(model), INIT, NOTHING));
  }

  private void reset(CodeBuilder code) {
    code.iconst_0().putstatic(holder, DONE, CD_boolean);
    for (var field : type.fields()) {
      if (isReset(field)) {
        zero(code, field.fieldTypeSymbol());
        code.putstatic(holder, field.fieldName().stringValue(), field.fieldTypeSymbol());
      }
    }
    code.return_();
  }

  /// Pushes the value that a field of this type has before anything is put into it.
  static void zero(CodeBuilder code, ClassDesc type) {
    switch (TypeKind.from(type).asLoadable()) {
      case LONG -> code.lconst_0();
      case FLOAT -> code.fconst_0();
      case DOUBLE -> code.dconst_0();
      case REFERENCE -> code.aconst_null();
      default -> code.iconst_0();
    }
  }
}
