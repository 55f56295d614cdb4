package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import workbook.explore.runtime.CodeLocation;

/// Lets the code of one method tell whoever listens what its calls are given and return, what its
/// variables are called and what it catches. Where nobody listens, each of these costs a test of
/// one field.
final class TraceWeaver implements CodeTransform {
  private static final String OWNER = "workbook/explore/runtime/TraceHooks";
  private static final ClassDesc HOOKS = ClassDesc.ofInternalName(OWNER);
  private static final Pattern ANONYMOUS = Pattern.compile(".*\\$\\d+");

  /// Names and slots of the variables whose scope begins at a label.
  private final Map<Label, Map<Integer, String>> variables = new HashMap<>();

  private final Set<Label> handlers = new HashSet<>();
  private final String type;
  private final String file;
  private int line;

  /// The slot that the last instruction has filled, or -1.
  private int filled = -1;

  /// Whether the last instruction has made the object on top of the stack.
  private boolean made;

  private boolean atHandler;

  /// Whether an instruction has been seen; the variables before are the parameters.
  private boolean begins;

  private int news;

  /// Whether a call or an access was put in here, so that nobody need look at it again.
  static boolean isOwn(ClassEntry owner) {
    return owner.name().equalsString(OWNER);
  }

  /// @param type in its source name with dots
  TraceWeaver(String type, String file) {
    this.type = type;
    this.file = file;
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (atHandler && element instanceof Instruction) {
      atHandler = false;
      whenHeard(code, then -> note(then.dup(), "caught", ""));
    }
    begins |= element instanceof Instruction;
    switch (element) {
      case LineNumber number -> line = number.line();
      case LocalVariable variable when !variable.typeSymbol().isPrimitive() ->
          variables
              .computeIfAbsent(variable.startScope(), label -> new HashMap<>())
              .put(variable.slot(), variable.name().stringValue());
      case ExceptionCatch handler when handler.catchType().isPresent() ->
          handlers.add(handler.handler());
      default -> {}
    }
    switch (element) {
      case InvokeInstruction call -> call(code, Callee.of(call));
      case InvokeDynamicInstruction lambda -> lambda(code, lambda);
      case StoreInstruction store -> store(code, store);
      case LabelTarget target -> label(code, target);
      default -> {
        if (element instanceof Instruction) {
          filled = -1;
          made = element instanceof TypeCheckInstruction cast && isCast(cast) && made;
        }
        code.with(element);
      }
    }
    news += element instanceof NewObjectInstruction ? 1 : 0;
  }

  private static boolean isCast(TypeCheckInstruction check) {
    return check.opcode() == Opcode.CHECKCAST;
  }

  private void label(CodeBuilder code, LabelTarget target) {
    code.with(target);
    atHandler |= handlers.contains(target.label());
    var begun = variables.getOrDefault(target.label(), Map.of());
    if (!begins) {
      parameters(code, begun);
    } else if (begun.containsKey(filled)) {
      var slot = filled;
      whenHeard(code, then -> named(then.aload(slot).loadConstant(begun.get(slot)), CD_String));
      filled = -1;
    }
  }

  private static void parameters(CodeBuilder code, Map<Integer, String> names) {
    var told = new TreeMap<>(names);
    told.values().remove("this");
    if (!told.isEmpty()) {
      whenHeard(
          code,
          then ->
              told.forEach((slot, name) -> named(then.aload(slot).loadConstant(name), CD_String)));
    }
  }

  private void store(CodeBuilder code, StoreInstruction store) {
    code.with(store);
    var isObject = store.typeKind() == TypeKind.REFERENCE;
    filled = isObject ? store.slot() : -1;
    if (isObject && made && variables.isEmpty()) {
      whenHeard(code, then -> named(then.aload(store.slot()).loadConstant(site("")), CD_int));
    }
    made = false;
  }

  private static void named(CodeBuilder code, ClassDesc how) {
    code.invokestatic(HOOKS, "named", MethodTypeDesc.of(CD_void, CD_Object, how));
  }

  private void lambda(CodeBuilder code, InvokeDynamicInstruction call) {
    code.with(call);
    filled = -1;
    made = true;
    if (call.bootstrapMethod().owner().displayName().equals("LambdaMetafactory")) {
      whenHeard(code, then -> note(then.dup(), "created", ""));
    }
  }

  private void call(CodeBuilder code, Callee callee) {
    filled = -1;
    made = true;
    if (isPrintStackTrace(callee)) {
      code.invokestatic(Weaver.MACHINE, callee.name(), MethodTypeDesc.of(CD_void, CD_Throwable));
    } else if (isTold(callee)) {
      told(code, callee, site(callee.name()), () -> CallWeaver.call(code, callee));
    } else {
      CallWeaver.call(code, callee);
    }
    if (callee.isConstructor() && news > 0) {
      news--;
      if (ANONYMOUS.matcher(callee.owner()).matches()) {
        whenHeard(code, then -> note(then.dup(), "created", ""));
      }
    }
  }

  private static boolean isPrintStackTrace(Callee callee) {
    return callee.name().equals("printStackTrace")
        && callee.opcode() == Opcode.INVOKEVIRTUAL
        && callee.descriptor().equals("()V")
        && callee.owner().startsWith("java/");
  }

  /// Whether what the call is given and returns tells a reader more than the line of source does.
  private static boolean isTold(Callee callee) {
    if (callee.isStatic() || callee.isConstructor() || callee.opcode() == Opcode.INVOKESPECIAL) {
      return false;
    }
    var owner = callee.owner();
    return callee.name().equals("wait") && callee.descriptor().startsWith("(J")
        || AtomicWeaver.isHandle(callee)
        || AtomicWeaver.isAtomic(owner)
        || AtomicWeaver.isUpdater(owner)
        || Renames.isModelOrCopy(owner)
        || Library.isSynchroniser(owner)
        || Renames.isHashed(owner)
        || owner.startsWith("java/util/") && Library.isCollection(owner);
  }

  /// Writes a call, told before and after if that is worth it.
  static void told(CodeBuilder code, Callee callee, int site, Runnable call) {
    if (!isTold(callee)) {
      call.run();
      return;
    }
    whenHeard(code, then -> arguments(then, callee, site));
    call.run();
    var returns = callee.type().returnType();
    if (returns.equals(CD_void)) {
      whenHeard(
          code,
          then ->
              then.loadConstant(site)
                  .invokestatic(HOOKS, "returned", MethodTypeDesc.of(CD_void, CD_int)));
      return;
    }
    whenHeard(
        code,
        then -> {
          if (TypeKind.from(returns).slotSize() == 2) {
            then.dup2();
          } else {
            then.dup();
          }
          then.loadConstant(site)
              .invokestatic(HOOKS, "returned", MethodTypeDesc.of(CD_void, told(returns), CD_int));
        });
  }

  /// Puts the arguments aside, tells them and takes them back.
  private static void arguments(CodeBuilder code, Callee callee, int site) {
    var types = callee.type().parameterList();
    var slots = Arguments.putAside(code, callee);
    for (var i = firstTold(callee); i < types.size(); i++) {
      code.loadLocal(TypeKind.from(types.get(i)), slots[i]);
      code.invokestatic(HOOKS, "argument", MethodTypeDesc.of(CD_void, told(types.get(i))));
    }
    code.loadConstant(site).invokestatic(HOOKS, "calling", MethodTypeDesc.of(CD_void, CD_int));
    Arguments.takeBack(code, callee, slots);
  }

  /// The type that a hook takes for a value of this type.
  private static ClassDesc told(ClassDesc value) {
    return switch (value.descriptorString()) {
      case "B", "S" -> CD_int;
      case "Z", "C", "I", "J", "F", "D" -> value;
      default -> CD_Object;
    };
  }

  /// The first argument that says more than which variable is meant: of an access through a handle
  /// the values, of one through a field updater all but the object.
  private static int firstTold(Callee callee) {
    if (AtomicWeaver.isUpdater(callee.owner())) {
      return 1;
    }
    if (!AtomicWeaver.isHandle(callee)) {
      return 0;
    }
    var name = callee.name();
    var values =
        name.startsWith("compare") || name.startsWith("weakCompare")
            ? 2
            : name.startsWith("set") || name.startsWith("getAnd") ? 1 : 0;
    return Math.max(0, callee.type().parameterCount() - values);
  }

  /// Writes a call of the hook with the object on top of the stack and the site.
  private void note(CodeBuilder code, String hook, String name) {
    code.loadConstant(site(name))
        .invokestatic(HOOKS, hook, MethodTypeDesc.of(CD_void, CD_Object, CD_int));
  }

  private int site(String name) {
    return CodeLocation.number(
        CodeLocation.call(type, "", file, line, CodeLocation.Operation.CALL, name));
  }

  /// What is told only when somebody listens. No block of the builder: what that one frees of its
  /// variables, the other hooks of the method may have in use.
  static void whenHeard(CodeBuilder code, Consumer<CodeBuilder> tell) {
    var untold = code.newLabel();
    code.getstatic(HOOKS, "listening", CD_boolean).ifeq(untold);
    tell.accept(code);
    code.labelBinding(untold);
  }

  /// At the beginning of a method of a copied JDK class, if that is where a future takes what its
  /// task threw.
  static void keepsThrown(CodeBuilder code, String type, String method, MethodTypeDesc descriptor) {
    var simple = type.substring(type.lastIndexOf('.') + 1);
    var keeps =
        switch (simple + "." + method) {
          case "FutureTask.setException",
              "ForkJoinTask.trySetThrown",
              "CompletableFuture.completeThrowable" ->
              descriptor.parameterCount() > 0 && descriptor.parameterType(0).equals(CD_Throwable);
          default -> false;
        };
    if (keeps) {
      whenHeard(
          code,
          then ->
              then.aload(0)
                  .aload(1)
                  .invokestatic(HOOKS, "kept", MethodTypeDesc.of(CD_void, CD_Object, CD_Object)));
    }
  }
}
