package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import workbook.explore.runtime.CodeLocation;

/// Puts hooks before calls, and redirects the few that must not reach the JDK.
final class CallWeaver {
  private static final ClassDesc HOOKS = Weaver.HOOKS;
  private static final String STAMPED = Renames.COPY + "java/util/concurrent/locks/StampedLock";
  private static final String LINKED = Renames.COPY + "java/util/LinkedHashMap";
  private static final ClassDesc CONCATENATION =
      ClassDesc.ofInternalName(GivenArguments.CONCATENATION);
  private static final Set<String> ENDS =
      Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
  private static final Set<String> WAITS = Set.of("()V", "(J)V", "(JI)V");
  private static final MethodTypeDesc NOTE_SITE = MethodTypeDesc.of(CD_void, CD_Object, CD_int);

  /// What a call is to the scheduler.
  private enum Kind {
    /// `wait`, `notify`, `notifyAll`.
    SIGNAL,
    /// The making of an immutable set or map.
    SALTED,
    /// A method of the JDK that depends on the machine: time, randomness, processors.
    MACHINE,
    /// A call on a model, or on a copy of a JDK class.
    MODEL,
    ATOMIC,
    HANDLE,
    FENCE,
    /// A call on a field updater, or the making of one.
    UPDATER,
    COLLECTION,
    /// A call with `super.` to a collection that the class extends.
    SUPER_COLLECTION,
    /// The making of a map that may order its entries by access.
    ACCESS_ORDER,
    /// The same, made by a copy of a JDK class.
    LIBRARY_COLLECTION,
    /// `hashCode` of something that may be hashed by its identity.
    HASH,
    /// `System.exit` and the like.
    END,
    FORBIDDEN,
    HARMLESS
  }

  private final Weaver weaver;
  private final Rewriter rewriter;
  private final Hierarchy hierarchy;
  private final boolean library;
  private final AtomicWeaver atomics;
  private final CollectionWeaver collections;
  private final InitialisationWeaver initialisation;

  CallWeaver(
      Weaver weaver,
      Rewriter rewriter,
      Hierarchy hierarchy,
      InitialisationWeaver initialisation,
      boolean library) {
    this.weaver = weaver;
    this.rewriter = rewriter;
    this.hierarchy = hierarchy;
    this.library = library;
    this.initialisation = initialisation;
    atomics = new AtomicWeaver(rewriter, library);
    collections = new CollectionWeaver(rewriter);
  }

  /// Writes the call with its hooks.
  void weave(CodeBuilder code, Callee callee) {
    var given = library ? GivenArguments.NONE : GivenArguments.of(weaver, code, callee);
    var hash = library ? HashWeaver.NONE : HashWeaver.around(weaver.method, code, callee);
    given.before();
    hash.before();
    if (!library) {
      initialisation.beforeCall(code, callee);
    }
    redirect(code, callee);
    hash.after();
    given.after();
  }

  private void redirect(CodeBuilder code, Callee callee) {
    switch (kind(callee)) {
      case SIGNAL -> signal(code, callee);
      case SALTED -> SaltedWeaver.call(code, callee);
      case HASH -> HashWeaver.call(code, callee);
      case MACHINE -> machine(code, callee);
      case MODEL -> model(code, callee);
      case ATOMIC -> atomics.atomic(code, callee, library ? 0 : site(callee));
      case HANDLE -> atomics.handle(code, callee, library ? 0 : site(callee));
      case FENCE -> AtomicWeaver.fence(code, Library.fence(callee), site(callee));
      case UPDATER -> atomics.updater(code, callee, site(callee));
      case COLLECTION -> collections.call(code, callee, site(callee));
      case SUPER_COLLECTION -> CollectionWeaver.superCall(code, callee, site(callee));
      case ACCESS_ORDER -> CollectionWeaver.accessOrder(code, callee);
      case LIBRARY_COLLECTION -> CollectionWeaver.libraryCall(code, callee);
      case END -> {
        var name = callee.owner().replaceFirst(".*/", "") + "." + callee.name();
        code.loadConstant(weaver.callSite(CodeLocation.Operation.CALL, name))
            .invokestatic(HOOKS, "endsProgram", MethodTypeDesc.of(CD_void, CD_int));
        call(code, callee);
      }
      case FORBIDDEN -> {
        refuse(code, Forbidden.call(callee, hierarchy));
        call(code, callee);
      }
      case HARMLESS -> {
        if (!library && Library.mayChangeUnseen(callee)) {
          code.invokestatic(HOOKS, "changed", MethodTypeDesc.of(CD_void));
        }
        if (library || !initialisation.forName(code, callee)) {
          call(code, callee);
        }
      }
    }
  }

  /// Writes the making of a lambda or method reference. A reference to a method that needs a hook
  /// becomes a lambda that calls it.
  void weave(CodeBuilder code, InvokeDynamicInstruction call) {
    if (call.bootstrapMethod().owner().equals(CONCATENATION)) {
      var callee =
          new Callee(
              Opcode.INVOKESTATIC, GivenArguments.CONCATENATION, "+", call.typeSymbol(), false);
      GivenArguments.of(weaver, code, callee).before();
    }
    var arguments =
        call.bootstrapArgs().stream()
            .map(argument -> desugared(argument, call.typeSymbol()))
            .toArray(ConstantDesc[]::new);
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments));
  }

  /// Before something the explorer has no hold on.
  ///
  /// @param what its name; null when it is allowed
  void refuse(CodeBuilder code, String what) {
    if (what == null) {
      return;
    }
    code.loadConstant(what + weaver.place())
        .invokestatic(HOOKS, "refuse", MethodTypeDesc.of(CD_void, CD_String));
  }

  private Kind kind(Callee callee) {
    var kind = unjudged(callee);
    return switch (kind) {
      case COLLECTION, SUPER_COLLECTION, ACCESS_ORDER, HARMLESS ->
          library || Forbidden.call(callee, hierarchy) == null ? kind : Kind.FORBIDDEN;
      default -> kind;
    };
  }

  /// What it is, if it is allowed.
  private Kind unjudged(Callee callee) {
    if (SaltedWeaver.makes(callee)) {
      return Kind.SALTED;
    }
    if (MachineWeaver.redirects(callee)) {
      return Kind.MACHINE;
    }
    if (!library && ENDS.contains(callee.owner() + "." + callee.name())) {
      return Kind.END;
    }
    if (!library && Forbidden.type(callee.owner()) != null) {
      return Kind.FORBIDDEN;
    }
    if (HashWeaver.byIdentity(callee, hierarchy)) {
      return Kind.HASH;
    }
    if (AtomicWeaver.isHandle(callee)) {
      return Kind.HANDLE;
    }
    if (!library && Library.fence(callee) != 0) {
      return Kind.FENCE;
    }
    if (callee.opcode() == Opcode.INVOKESPECIAL) {
      return special(callee);
    }
    if (isSignal(callee)) {
      return Kind.SIGNAL;
    }
    if (!library && AtomicWeaver.isUpdater(callee.owner())) {
      return Kind.UPDATER;
    }
    if (!callee.isStatic() && AtomicWeaver.isAtomic(callee.owner())) {
      return Kind.ATOMIC;
    }
    if (library) {
      return isConcurrent(callee) ? Kind.LIBRARY_COLLECTION : Kind.HARMLESS;
    }
    if (Library.isSynchroniser(callee.owner()) || isModel(callee)) {
      return Kind.MODEL;
    }
    if (!callee.isStatic() && isCollection(callee)) {
      return Kind.COLLECTION;
    }
    return Kind.HARMLESS;
  }

  private Kind special(Callee callee) {
    if (library) {
      return Kind.HARMLESS;
    }
    if (callee.is(LINKED, "<init>") && callee.descriptor().equals("(IFZ)V")) {
      return Kind.ACCESS_ORDER;
    }
    return callee.isConstructor() || !isCollection(callee) ? Kind.HARMLESS : Kind.SUPER_COLLECTION;
  }

  private boolean isCollection(Callee callee) {
    return Library.isCollection(hierarchy.library(callee.owner()));
  }

  private static boolean isConcurrent(Callee callee) {
    return !callee.isStatic() && Library.isCollection(callee.owner());
  }

  private static boolean isSignal(Callee callee) {
    return switch (callee.name()) {
      case "wait" -> WAITS.contains(callee.descriptor());
      case "notify", "notifyAll" -> callee.descriptor().equals("()V");
      default -> false;
    };
  }

  private boolean isModel(Callee callee) {
    return hierarchy.modelCalled(callee.owner(), callee.name(), callee.descriptor()) != null;
  }

  private void machine(CodeBuilder code, Callee callee) {
    if (library && callee.name().equals("identityHashCode")) {
      HashWeaver.hash(code);
      return;
    }
    if (!library && MachineWeaver.isStep(callee)) {
      staticSite(code, callee);
    }
    MachineWeaver.call(code, callee);
  }

  private void signal(CodeBuilder code, Callee callee) {
    var hook =
        switch (callee.name()) {
          case "wait" -> "await";
          case "notify" -> "signal";
          default -> "signalAll";
        };
    var type = callee.type().insertParameterTypes(0, CD_Object);
    code.loadConstant(site(callee))
        .invokestatic(HOOKS, hook, type.insertParameterTypes(type.parameterCount(), CD_int));
  }

  private void model(CodeBuilder code, Callee callee) {
    if (callee.isStatic()) {
      staticSite(code, callee);
    } else {
      Arguments.under(
          code,
          callee,
          () -> code.dup().loadConstant(site(callee)).invokestatic(HOOKS, "call", NOTE_SITE));
    }
    call(code, callee);
    if (!library) {
      code.invokestatic(HOOKS, "backInCodeUnderTest", MethodTypeDesc.of(CD_void));
    }
    if (callee.owner().equals(STAMPED)) {
      stamp(code, callee.name());
    }
  }

  /// After a call on a `StampedLock`: reads under an optimistic stamp count once it is validated.
  private static void stamp(CodeBuilder code, String method) {
    switch (method) {
      case "tryOptimisticRead", "tryConvertToOptimisticRead" ->
          code.dup2().invokestatic(HOOKS, "optimistic", MethodTypeDesc.of(CD_void, CD_long));
      case "validate" ->
          code.dup().invokestatic(HOOKS, "validated", MethodTypeDesc.of(CD_void, CD_boolean));
      case "tryConvertToReadLock", "tryConvertToWriteLock" ->
          code.dup2().invokestatic(HOOKS, "validated", MethodTypeDesc.of(CD_void, CD_long));
      default -> code.invokestatic(HOOKS, "stampedLockUsed", MethodTypeDesc.of(CD_void));
    }
  }

  private void staticSite(CodeBuilder code, Callee callee) {
    code.getstatic(HOOKS, "STATICS", CD_Object)
        .loadConstant(site(callee))
        .invokestatic(HOOKS, "locate", NOTE_SITE);
  }

  /// @param captured takes what the lambda captures: the object, in `object::method`
  private ConstantDesc desugared(ConstantDesc argument, MethodTypeDesc captured) {
    if (!(argument instanceof DirectMethodHandleDesc handle)) {
      return argument;
    }
    if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      return initialisation.constructor(handle);
    }
    var opcode =
        switch (handle.kind()) {
          case VIRTUAL -> Opcode.INVOKEVIRTUAL;
          case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
          case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
          default -> null;
        };
    if (opcode == null || !handle.owner().isClassOrInterface()) {
      return argument;
    }
    var callee = callee(handle, opcode);
    if (kind(callee) == Kind.HARMLESS && !GivenArguments.areFollowed(callee)) {
      return argument;
    }
    var type =
        callee.isStatic()
            ? callee.type()
            : callee
                .type()
                .insertParameterTypes(
                    0,
                    captured.parameterCount() > 0 ? captured.parameterType(0) : callee.ownerDesc());
    var line = weaver.line;
    var bridge =
        rewriter.bridge(
            "reference",
            type,
            body -> {
              weaver.line = line; // it is written when the method has ended
              loadParameters(body, type);
              TraceWeaver.told(body, callee, site(callee), () -> weave(body, callee));
              body.return_(TypeKind.from(type.returnType()));
            });
    return MethodHandleDesc.ofMethod(rewriter.bridgeKind(), rewriter.type(), bridge, type);
  }

  private static Callee callee(DirectMethodHandleDesc handle, Opcode opcode) {
    var owner = handle.owner().descriptorString();
    return new Callee(
        opcode,
        owner.substring(1, owner.length() - 1),
        handle.methodName(),
        MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()),
        handle.isOwnerInterface());
  }

  static void loadParameters(CodeBuilder code, MethodTypeDesc type) {
    for (var i = 0; i < type.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
  }

  static void call(CodeBuilder code, Callee callee) {
    code.invoke(
        callee.opcode(), callee.ownerDesc(), callee.name(), callee.type(), callee.isInterface());
  }

  private int site(Callee callee) {
    return weaver.callSite(CodeLocation.Operation.CALL, callee.name());
  }
}
