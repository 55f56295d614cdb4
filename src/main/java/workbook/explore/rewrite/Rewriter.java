package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.explore.runtime.CodeLocation;

/// Rewrites one class: hooks in every method, `synchronized` methods split into lock and body.
final class Rewriter implements ClassTransform {
  private static final String BODY = "$body";

  private final Hierarchy hierarchy;
  private final ClassModel type;
  private final boolean library;
  private final String file;

  /// Null when nothing has to begin afresh.
  private final Statics statics;

  /// Null when this is no enum.
  private final EnumConstants constants;

  private final List<Consumer<ClassBuilder>> bridges = new ArrayList<>();

  private Rewriter(Hierarchy hierarchy, ClassModel type, boolean library) {
    this.hierarchy = hierarchy;
    this.type = type;
    this.library = library;
    statics = Initialisation.beginsAfresh(hierarchy, type) ? new Statics(hierarchy, type) : null;
    constants = statics == null ? null : EnumConstants.of(hierarchy, type);
    file =
        type.findAttribute(Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(Object::toString)
            .orElse("");
  }

  /// The class with hooks.
  ///
  /// @param library whether it is a copy of a JDK class, which has no decision points of its own
  static byte[] rewrite(Hierarchy hierarchy, ClassModel type, boolean library) {
    var context =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(hierarchy.resolver()),
            ClassFile.AttributesProcessingOption.DROP_UNSTABLE_ATTRIBUTES);
    return context.transformClass(type, new Rewriter(hierarchy, type, library));
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (statics != null && element instanceof AccessFlags flags) {
      // Whoever may use a class below may not see this one, and has to call its `$init`.
      builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
    } else if (statics != null && element instanceof FieldModel field) {
      if (constants != null && !field.flags().has(AccessFlag.STATIC)) {
        Statics.declareUnlocked(builder, field);
      } else {
        statics.declare(builder, field);
      }
    } else if (statics != null && isInitialiser(element)) {
      var visible = isInterface() ? ClassFile.ACC_PUBLIC : ClassFile.ACC_PRIVATE;
      var hidden = visible | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      weave(builder, (MethodModel) element, Statics.BODY, hidden, false);
    } else if (!(element instanceof MethodModel method) || method.code().isEmpty()) {
      builder.with(element);
    } else if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      split(builder, method);
    } else {
      var name = method.methodName().stringValue();
      weave(builder, method, name, method.flags().flagsMask(), begins(method));
      if (constants != null && name.equals("<init>")) {
        weave(builder, method, EnumConstants.CONSTRUCT, ClassFile.ACC_SYNTHETIC, false);
      }
    }
  }

  private static boolean isInitialiser(ClassElement element) {
    return element instanceof MethodModel method && method.methodName().equalsString("<clinit>");
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    if (constants != null) {
      constants.addTo(builder);
    }
    if (statics != null && !isInterface()) {
      statics.addMethods(builder, code -> create(code));
    }
    if (hashedByIdentity()) {
      addHashCode(builder);
    }
    for (var i = 0; i < bridges.size(); i++) {
      bridges.get(i).accept(builder);
    }
  }

  private void create(CodeBuilder code) {
    if (constants != null) {
      constants.create(code);
    }
  }

  /// Whether neither the class nor one above it says what its hash code is.
  private boolean hashedByIdentity() {
    if (isInterface() || type.flags().has(AccessFlag.ENUM)) {
      return false;
    }
    for (var above = type; ; above = hierarchy.model(superclass(above)).orElse(null)) {
      if (above == null || above.thisClass().asInternalName().equals("java/lang/Object")) {
        return true;
      }
      if (above.methods().stream().anyMatch(Rewriter::isHashCode)) {
        return false;
      }
    }
  }

  private static String superclass(ClassModel of) {
    return of.superclass().orElseThrow().asInternalName();
  }

  private static boolean isHashCode(MethodModel method) {
    return method.methodName().equalsString("hashCode") && method.methodType().equalsString("()I");
  }

  /// Without this the order of a hash set of threads would differ from one JVM to the next.
  private static void addHashCode(ClassBuilder builder) {
    builder.withMethodBody(
        "hashCode",
        MethodTypeDesc.of(CD_int),
        ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
        code -> {
          HashWeaver.hash(code.aload(0));
          code.ireturn();
        });
  }

  /// Puts the hooks into a method's code, under the name and flags given.
  private void weave(
      ClassBuilder builder, MethodModel method, String name, int flags, boolean initialises) {
    builder.withMethod(
        name,
        method.methodTypeSymbol(),
        flags,
        to ->
            method.forEach(
                element -> {
                  if (element instanceof CodeModel code) {
                    to.transformCode(code, weaver(method, name, initialises));
                  } else if (!(element instanceof AccessFlags)) {
                    to.with(element);
                  }
                }));
  }

  /// Whether running this method means that the class must have been initialised. An instance is
  /// made after that; only for copied classes, `new` does not see to it.
  private boolean begins(MethodModel method) {
    var isStatic = method.flags().has(AccessFlag.STATIC) && !isInitialiser(method);
    var makes = library && method.methodName().equalsString("<init>");
    return (isStatic || makes) && Initialisation.isNeeded(hierarchy, type);
  }

  /// Initialises the class, unless that has been done in this run.
  void initialise(CodeBuilder code) {
    code.invokestatic(Statics.holder(type), Statics.INIT, Statics.NOTHING);
  }

  private CodeTransform weaver(MethodModel method, String name, boolean initialises) {
    var weaver = new Weaver(this, hierarchy, method, name, initialises, library);
    var counting = weaver.counting();
    return library
        ? counting.andThen(weaver)
        : counting.andThen(new TraceWeaver(typeName(), file)).andThen(weaver);
  }

  /// `synchronized void m()` becomes `void m() { enter(this); try { m$body(); } finally { exit }
  /// }`.
  private void split(ClassBuilder builder, MethodModel method) {
    var name = method.methodName().stringValue();
    var flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
    var isStatic = method.flags().has(AccessFlag.STATIC);
    var hidden = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
    weave(builder, method, name + BODY, hidden | (isStatic ? ClassFile.ACC_STATIC : 0), false);
    var line =
        method
            .code()
            .orElseThrow()
            .elementStream()
            .filter(LineNumber.class::isInstance)
            .mapToInt(element -> ((LineNumber) element).line())
            .findFirst()
            .orElse(0);
    builder.withMethod(
        name,
        method.methodTypeSymbol(),
        flags,
        to -> {
          method.forEach(
              element -> {
                if (!(element instanceof CodeModel) && !(element instanceof AccessFlags)) {
                  to.with(element);
                }
              });
          to.withCode(code -> locked(code, method, name, isStatic, line));
        });
  }

  private void locked(
      CodeBuilder code, MethodModel method, String name, boolean isStatic, int line) {
    var descriptor = method.methodTypeSymbol();
    code.lineNumber(Math.max(line, 1));
    if (begins(method)) {
      initialise(code);
    }
    monitor(code, isStatic, "monitorEnter", site(name, line, CodeLocation.Operation.ENTER));
    code.trying(
        body -> {
          if (!isStatic) {
            body.aload(0);
          }
          for (var i = 0; i < descriptor.parameterCount(); i++) {
            body.loadLocal(TypeKind.from(descriptor.parameterType(i)), body.parameterSlot(i));
          }
          var self = type.thisClass().asSymbol();
          if (isStatic) {
            body.invokestatic(self, name + BODY, descriptor, isInterface());
          } else {
            body.invokespecial(self, name + BODY, descriptor, isInterface());
          }
          monitor(body, isStatic, "monitorExit", site(name, 0, CodeLocation.Operation.EXIT));
          body.return_(TypeKind.from(descriptor.returnType()));
        },
        catching ->
            catching.catchingAll(
                handler -> {
                  monitor(
                      handler, isStatic, "monitorExit", site(name, 0, CodeLocation.Operation.EXIT));
                  handler.athrow();
                }));
  }

  private void monitor(CodeBuilder code, boolean isStatic, String hook, int site) {
    if (isStatic) {
      code.loadConstant(type.thisClass().asSymbol());
    } else {
      code.aload(0);
    }
    code.loadConstant(site)
        .invokestatic(Weaver.HOOKS, hook, MethodTypeDesc.of(CD_void, CD_Object, CD_int));
  }

  private int site(String method, int line, CodeLocation.Operation operation) {
    return CodeLocation.number(CodeLocation.call(typeName(), method, file, line, operation, ""));
  }

  String typeName() {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  ClassDesc type() {
    return type.thisClass().asSymbol();
  }

  String file() {
    return file;
  }

  /// The final fields of its objects.
  List<FieldModel> finalFields() {
    return type.fields().stream()
        .filter(field -> field.flags().has(AccessFlag.FINAL))
        .filter(field -> !field.flags().has(AccessFlag.STATIC))
        .toList();
  }

  boolean isInterface() {
    return type.flags().has(AccessFlag.INTERFACE);
  }

  EnumConstants constants() {
    return constants;
  }

  /// What a handle of a [#bridge] is.
  DirectMethodHandleDesc.Kind bridgeKind() {
    return isInterface()
        ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
        : DirectMethodHandleDesc.Kind.STATIC;
  }

  /// Adds a method to the class; returns its name.
  String bridge(String purpose, MethodTypeDesc descriptor, Consumer<CodeBuilder> code) {
    var name = "$" + purpose + "$" + bridges.size();
    bridges.add(
        builder ->
            builder.withMethod(
                name,
                descriptor,
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                to -> to.withCode(code)));
    return name;
  }
}
