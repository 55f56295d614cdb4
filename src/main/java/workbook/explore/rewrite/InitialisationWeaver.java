package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Optional;

/// Initialises classes where the JVM would do it (JLS 12.4.1): before `new`, before an access to a
/// static field, at the beginning of a static method, and where reflection asks for it.
final class InitialisationWeaver {
  static final ClassDesc HOOKS = ClassDesc.of("workbook.explore.runtime.InitialisationHooks");
  private static final MethodTypeDesc OF_CLASS = MethodTypeDesc.of(CD_void, CD_Class);

  private final Rewriter rewriter;
  private final Hierarchy hierarchy;
  private final boolean library;

  /// Whether the class itself has been initialised, or is being so in this thread, when the method
  /// runs.
  private final boolean knowsItself;

  /// Whether the method begins by initialising its class.
  private final boolean initialises;

  /// Where the method begins; 0 when that is not told.
  private final int line;

  /// Whether it stands in for a constructor of an enum.
  private final boolean twin;

  /// What to do with constants of an enum that are made here; null where none are.
  private final EnumConstants constants;

  /// @param name what the rewritten method will be called
  /// @param initialises whether running it means that its class must have been initialised
  InitialisationWeaver(
      Rewriter rewriter,
      Hierarchy hierarchy,
      MethodModel method,
      String name,
      boolean initialises,
      boolean library) {
    this.rewriter = rewriter;
    this.hierarchy = hierarchy;
    this.library = library;
    knowsItself = library || method.flags().has(AccessFlag.STATIC);
    this.initialises = initialises;
    line = firstLine(method);
    twin = name.equals(EnumConstants.CONSTRUCT);
    constants = twin || name.equals(Statics.BODY) ? rewriter.constants() : null;
  }

  private static int firstLine(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(LineNumber.class::isInstance)
        .mapToInt(element -> ((LineNumber) element).line())
        .findFirst()
        .orElse(0);
  }

  void atStart(CodeBuilder code) {
    if (initialises) {
      if (line > 0) {
        code.lineNumber(line);
      }
      rewriter.initialise(code);
    }
    if (twin) {
      constants.clear(code);
    }
  }

  /// The making of an object.
  void make(CodeBuilder code, NewObjectInstruction created) {
    var made = created.className().asSymbol();
    if (constants != null && constants.isOneOfThem(made)) {
      constants.load(code, made);
    } else {
      beforeNew(code, made);
      code.with(created);
    }
  }

  /// The call of a constructor, if it is a constant of an enum that is constructed.
  ///
  /// @param above whether it is `this(…)` or `super(…)`
  /// @return whether it was one
  boolean construct(CodeBuilder code, InvokeInstruction call, boolean above) {
    if (twin && above) {
      constants.constructAbove(code, call);
    } else if (constants != null && constants.isOneOfThem(call.owner().asSymbol())) {
      constants.construct(code, call);
    } else {
      return false;
    }
    return true;
  }

  /// Before a static access.
  void beforeAccess(CodeBuilder code, FieldInstruction access) {
    declared(access).flatMap(FieldModel::parent).ifPresent(type -> initialise(code, type));
  }

  private Optional<FieldModel> declared(FieldInstruction access) {
    return hierarchy.field(access.owner().asInternalName(), access.name().stringValue());
  }

  private void beforeNew(CodeBuilder code, ClassDesc made) {
    if (!library) {
      model(made).ifPresent(type -> initialise(code, type));
    }
  }

  private Optional<ClassModel> model(ClassDesc type) {
    var text = type.descriptorString();
    var name = text.substring(1, text.length() - 1);
    return Hierarchy.rewritten(name) ? hierarchy.model(name) : Optional.empty();
  }

  private void initialise(CodeBuilder code, ClassModel type) {
    var itself = type.thisClass().asSymbol().equals(rewriter.type());
    if (!(itself && knowsItself) && Initialisation.isNeeded(hierarchy, type)) {
      code.invokestatic(Statics.holder(type), Statics.INIT, Statics.NOTHING);
    }
  }

  /// An access to a field that no other thread sees change; those of interfaces have moved.
  void access(CodeBuilder code, FieldInstruction access) {
    var isStatic = access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
    var holder =
        declared(access)
            .filter(field -> isStatic && Statics.isReset(field))
            .flatMap(FieldModel::parent)
            .filter(type -> type.flags().has(AccessFlag.INTERFACE))
            .filter(type -> Initialisation.beginsAfresh(hierarchy, type))
            .map(Statics::holder);
    if (holder.isPresent()) {
      code.fieldAccess(
          access.opcode(), holder.get(), access.name().stringValue(), access.typeSymbol());
    } else {
      code.with(access);
    }
  }

  /// Before a call of the JDK that initialises the class it is given.
  void beforeCall(CodeBuilder code, Callee callee) {
    switch (callee.owner() + "." + callee.name()) {
      case "java/lang/Class.getEnumConstants" ->
          code.dup().invokestatic(HOOKS, "initialise", OF_CLASS);
      case "java/lang/Enum.valueOf",
          "java/util/EnumMap.<init>",
          "java/util/EnumSet.allOf",
          "java/util/EnumSet.noneOf" ->
          firstArgument(code, callee);
      default -> {}
    }
  }

  private static void firstArgument(CodeBuilder code, Callee callee) {
    if (callee.type().parameterType(0).equals(CD_Class)) {
      var slots = Arguments.putAside(code, callee);
      code.aload(slots[0]).invokestatic(HOOKS, "initialise", OF_CLASS);
      Arguments.takeBack(code, callee, slots);
    }
  }

  /// `Class.forName`, which initialises the class it finds unless it is told not to.
  ///
  /// @return whether it was that call
  boolean forName(CodeBuilder code, Callee callee) {
    if (!callee.is("java/lang/Class", "forName")) {
      return false;
    }
    var slots = Arguments.putAside(code, callee);
    Arguments.takeBack(code, callee, slots);
    CallWeaver.call(code, callee);
    switch (slots.length) {
      case 1 -> code.dup().invokestatic(HOOKS, "initialise", OF_CLASS);
      case 3 ->
          code.iload(slots[1])
              .ifThen(asked -> asked.dup().invokestatic(HOOKS, "initialise", OF_CLASS));
      default -> {}
    }
    return true;
  }

  /// A reference to a constructor, as a lambda that initialises the class first.
  ///
  /// @return the same reference when there is nothing to initialise
  ConstantDesc constructor(DirectMethodHandleDesc reference) {
    var made = reference.owner();
    var needed = model(made).filter(type -> Initialisation.isNeeded(hierarchy, type)).isPresent();
    if (!needed) {
      return reference;
    }
    var takes = MethodTypeDesc.ofDescriptor(reference.lookupDescriptor());
    var type = takes.changeReturnType(made);
    var bridge =
        rewriter.bridge(
            "constructor",
            type,
            body -> {
              beforeNew(body, made);
              body.new_(made).dup();
              CallWeaver.loadParameters(body, type);
              body.invokespecial(made, INIT_NAME, takes).return_(TypeKind.REFERENCE);
            });
    return MethodHandleDesc.ofMethod(rewriter.bridgeKind(), rewriter.type(), bridge, type);
  }
}
