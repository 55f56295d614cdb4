package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Set;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.SharedVariable;

/// Puts hooks into the code of one method, instruction by instruction.
final class Weaver implements CodeTransform {
  static final ClassDesc HOOKS = ClassDesc.of("workbook.explore.runtime.Hooks");
  static final ClassDesc MACHINE = ClassDesc.of("workbook.explore.model.ModelMachine");

  private final Rewriter rewriter;
  private final Hierarchy hierarchy;
  final String method;
  private final MethodTypeDesc descriptor;
  private final boolean library;
  private final CallWeaver calls;
  private final ArrayWeaver arrays;
  private final LoopWeaver loops;
  private final OverflowWeaver overflows;

  /// Where library code catches something.
  private final Set<Label> handlers = new HashSet<>();

  int line;

  /// In a constructor before `super(…)`: `this` is no object yet, and nobody else can see it.
  private boolean beforeSuper;

  /// In a constructor.
  private final boolean constructs;

  private final MakingWeaver making = new MakingWeaver();
  private final InitialisationWeaver initialisation;

  /// @param name what the rewritten method will be called
  /// @param initialises whether running it means that its class must have been initialised
  Weaver(
      Rewriter rewriter,
      Hierarchy hierarchy,
      MethodModel method,
      String name,
      boolean initialises,
      boolean library) {
    this.rewriter = rewriter;
    this.hierarchy = hierarchy;
    this.library = library;
    this.method = readable(method.methodName().stringValue());
    constructs = method.methodName().equalsString("<init>");
    beforeSuper = constructs;
    descriptor = method.methodTypeSymbol();
    initialisation =
        new InitialisationWeaver(rewriter, hierarchy, method, name, initialises, library);
    calls = new CallWeaver(this, rewriter, hierarchy, initialisation, library);
    loops = new LoopWeaver(rewriter, new Loops(method.code().orElseThrow()), this.method, library);
    arrays = new ArrayWeaver(this, loops);
    overflows = new OverflowWeaver(library);
  }

  private static String readable(String name) {
    return name.startsWith("lambda$") ? name.split("\\$")[1] : name;
  }

  /// Counts the method's own instructions. It goes first: others may put instructions in before
  /// this weaver sees them.
  CodeTransform counting() {
    return (code, element) -> {
      if (element instanceof Instruction) {
        loops.next();
      }
      code.with(element);
    };
  }

  @Override
  public void atStart(CodeBuilder code) {
    if (!library) {
      code.invokestatic(HOOKS, "methodEntered", MethodTypeDesc.of(CD_void));
    }
    initialisation.atStart(code);
    loops.atStart(code);
    if (library) {
      TraceWeaver.keepsThrown(code, rewriter.typeName(), method, descriptor);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    making.note(element);
    switch (element) {
      case LineNumber number -> {
        line = number.line();
        code.with(number);
      }
      case ExceptionCatch handler -> {
        overflows.note(handler);
        if (library) {
          handlers.add(handler.handler());
        }
        code.with(handler);
      }
      case LabelTarget target -> {
        code.with(target);
        if (handlers.contains(target.label())) {
          code.invokestatic(HOOKS, "backInCodeUnderTest", MethodTypeDesc.of(CD_void));
        }
        overflows.at(code, target.label());
        loops.at(code, target.label());
      }
      case BranchInstruction branch -> {
        loops.beforeJump(code, branch.target());
        code.with(branch);
      }
      case FieldInstruction own when TraceWeaver.isOwn(own.owner()) -> code.with(own);
      case InvokeInstruction own when TraceWeaver.isOwn(own.owner()) -> code.with(own);
      case FieldInstruction access -> field(code, access);
      case ArrayLoadInstruction load when !library -> arrays.load(code, load);
      case ArrayStoreInstruction store when !library -> arrays.store(code, store);
      case ArrayStoreInstruction store -> {
        code.invokestatic(HOOKS, "changed", MethodTypeDesc.of(CD_void));
        code.with(store);
      }
      case MonitorInstruction monitor -> monitor(code, monitor);
      case NewObjectInstruction created -> {
        if (!library) {
          calls.refuse(code, Forbidden.type(created.className().asInternalName()));
        }
        initialisation.make(code, created);
      }
      case InvokeInstruction call when call.name().equalsString("<init>") -> construct(code, call);
      case InvokeInstruction call -> calls.weave(code, Callee.of(call));
      case InvokeDynamicInstruction call when RecordWeaver.hashes(call) ->
          RecordWeaver.hashCode(code, call);
      case ReturnInstruction end when constructs && !library -> {
        freeze(code);
        code.with(end);
      }
      case InvokeDynamicInstruction call when !library -> calls.weave(code, call);
      default -> MakingWeaver.put(code, element);
    }
  }

  private void construct(CodeBuilder code, InvokeInstruction call) {
    var ofNew = making.begun() > 0;
    var above = beforeSuper && !ofNew;
    beforeSuper &= ofNew;
    var kept = ofNew && making.constructs();
    if (initialisation.construct(code, call, above)) {
      return;
    }
    calls.weave(code, Callee.of(call));
    if (kept) {
      MakingWeaver.constructed(code);
    } else if (above) {
      MakingWeaver.constructedAbove(code);
    }
  }

  private void field(CodeBuilder code, FieldInstruction access) {
    var owner = access.owner().asInternalName();
    if (owner.equals("java/lang/System") && !library) {
      var type = MethodTypeDesc.of(access.typeSymbol());
      if (access.name().equalsString("in")) {
        code.loadConstant("java.lang.System.in" + place());
        type = type.insertParameterTypes(0, CD_String);
      }
      code.invokestatic(MACHINE, access.name().stringValue(), type);
      return;
    }
    if (isStatic(access)) {
      initialisation.beforeAccess(code, access);
    }
    var field = beforeSuper && isPut(access) ? null : shared(owner, access);
    var isFinal = field == null || field.flags().has(AccessFlag.FINAL);
    if (isFinal && isPut(access) && !beforeSuper && !library) {
      name(code, access);
    }
    if (field == null) {
      if (library && isPut(access) && !constructs) {
        code.invokestatic(HOOKS, "changed", MethodTypeDesc.of(CD_void));
      }
      initialisation.access(code, access);
    } else if (library) {
      libraryField(code, access);
    } else {
      loops.count(code);
      if (isPut(access)) {
        put(code, access, field);
      } else {
        get(code, access, field);
      }
    }
  }

  /// The field if others may see it change, else null.
  private FieldModel shared(String owner, FieldInstruction access) {
    if (library ? !owner.startsWith(Renames.COPY) : !Hierarchy.rewritten(owner)) {
      return null;
    }
    var field = hierarchy.field(owner, access.name().stringValue()).orElse(null);
    if (field == null || field.flags().has(AccessFlag.FINAL) && !mayEscape(field)) {
      return null;
    }
    var volatileOrOurs = !library || field.flags().has(AccessFlag.VOLATILE);
    return volatileOrOurs ? field : null;
  }

  /// Whether a final field may be read before it has its value. Those that only the compiler knows,
  /// as the object around an inner one, have theirs before the constructor begins.
  private boolean mayEscape(FieldModel field) {
    return !library
        && !field.flags().has(AccessFlag.STATIC)
        && !field.flags().has(AccessFlag.SYNTHETIC)
        && field.parent().filter(hierarchy::letsThisEscape).isPresent();
  }

  /// At the end of a constructor: its final fields have their values for everybody.
  private void freeze(CodeBuilder code) {
    for (var field : rewriter.finalFields()) {
      if (mayEscape(field)) {
        code.aload(0)
            .loadConstant(site(field, CodeLocation.Operation.WRITE))
            .invokestatic(HOOKS, "freeze", MethodTypeDesc.of(CD_void, CD_Object, CD_int));
      }
    }
  }

  /// Before a final field is given its value.
  private static void name(CodeBuilder code, FieldInstruction access) {
    if (access.typeSymbol().isPrimitive()) {
      return;
    }
    if (isStatic(access)) {
      code.dup().aconst_null().swap();
    } else {
      code.dup2();
    }
    code.loadConstant(access.name().stringValue())
        .invokestatic(
            HOOKS, "beforeFinalWrite", MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_String));
  }

  private static boolean isPut(FieldInstruction access) {
    return access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC;
  }

  private static boolean isStatic(FieldInstruction access) {
    return access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
  }

  private void get(CodeBuilder code, FieldInstruction access, FieldModel field) {
    if (isStatic(access)) {
      code.getstatic(HOOKS, "STATICS", CD_Object);
    } else {
      code.dup();
    }
    code.loadConstant(site(field, CodeLocation.Operation.READ))
        .invokestatic(HOOKS, "beforeRead", MethodTypeDesc.of(CD_void, CD_Object, CD_int))
        .with(access);
    var valueType = access.typeSymbol();
    var hooked = hooked(valueType);
    code.invokestatic(HOOKS, "afterRead", MethodTypeDesc.of(hooked, hooked));
    if (!valueType.isPrimitive() && !valueType.equals(CD_Object)) {
      code.checkcast(valueType);
    }
  }

  private void put(CodeBuilder code, FieldInstruction access, FieldModel field) {
    var kind = TypeKind.from(access.typeSymbol());
    var value = code.allocateLocal(kind);
    var hooked = hooked(access.typeSymbol());
    code.storeLocal(kind, value);
    if (isStatic(access)) {
      code.getstatic(HOOKS, "STATICS", CD_Object)
          .getstatic(access.owner().asSymbol(), access.name().stringValue(), access.typeSymbol());
    } else {
      code.dup()
          .dup()
          .getfield(access.owner().asSymbol(), access.name().stringValue(), access.typeSymbol());
    }
    code.loadLocal(kind, value)
        .loadConstant(site(field, CodeLocation.Operation.WRITE))
        .invokestatic(HOOKS, "write", MethodTypeDesc.of(CD_void, CD_Object, hooked, hooked, CD_int))
        .loadLocal(kind, value)
        .with(access);
  }

  /// A volatile field of a copied JDK class: no decision point, but it synchronises.
  private void libraryField(CodeBuilder code, FieldInstruction access) {
    var hook = isPut(access) ? "libraryWrite" : "libraryRead";
    var note = MethodTypeDesc.of(CD_void, CD_Object);
    if (isStatic(access)) {
      code.getstatic(HOOKS, "STATICS", CD_Object).invokestatic(HOOKS, hook, note).with(access);
    } else if (!isPut(access)) {
      code.dup().invokestatic(HOOKS, hook, note).with(access);
    } else if (!beforeSuper) {
      var kind = TypeKind.from(access.typeSymbol());
      var value = code.allocateLocal(kind);
      code.storeLocal(kind, value).dup().invokestatic(HOOKS, hook, note);
      code.loadLocal(kind, value).with(access);
    }
  }

  private void monitor(CodeBuilder code, MonitorInstruction monitor) {
    var enters = monitor.opcode() == Opcode.MONITORENTER;
    code.loadConstant(
            callSite(enters ? CodeLocation.Operation.ENTER : CodeLocation.Operation.EXIT, ""))
        .invokestatic(
            HOOKS,
            enters ? "monitorEnter" : "monitorExit",
            MethodTypeDesc.of(CD_void, CD_Object, CD_int));
  }

  /// The type a hook takes for a value of this type.
  static ClassDesc hooked(ClassDesc value) {
    return value.isPrimitive() ? TypeKind.from(value).asLoadable().upperBound() : CD_Object;
  }

  private int site(FieldModel field, CodeLocation.Operation operation) {
    var declaring = field.parent().orElseThrow().thisClass().asInternalName().replace('/', '.');
    var name = field.fieldName().stringValue();
    var type = field.fieldTypeSymbol();
    var isVolatile = field.flags().has(AccessFlag.VOLATILE);
    var wide = !isVolatile && TypeKind.from(type).slotSize() == 2;
    return CodeLocation.number(
        new CodeLocation(
            rewriter.typeName(),
            method,
            rewriter.file(),
            line,
            operation,
            name,
            SharedVariable.named(declaring + "." + name),
            isVolatile,
            wide,
            type.equals(CD_boolean),
            field.flags().has(AccessFlag.FINAL)));
  }

  /// `, at Bank.java:12`, or nothing when the class does not tell.
  String place() {
    return line == 0 ? "" : ", at " + rewriter.file() + ":" + line;
  }

  /// The number of a site where elements of arrays are used.
  int elementSite(CodeLocation.Operation operation, SharedVariable elements, boolean wide) {
    return CodeLocation.number(
        new CodeLocation(
            rewriter.typeName(),
            method,
            rewriter.file(),
            line,
            operation,
            "",
            elements,
            false,
            wide,
            false,
            false));
  }

  /// The number of a site where something is called or a monitor is used.
  int callSite(CodeLocation.Operation operation, String name) {
    return CodeLocation.number(
        CodeLocation.call(rewriter.typeName(), method, rewriter.file(), line, operation, name));
  }
}
