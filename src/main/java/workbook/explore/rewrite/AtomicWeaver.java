package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_VarHandle;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;
import workbook.explore.runtime.AccessMode;

/// Puts hooks before accesses that are one step of the machine: on atomics, through variable
/// handles and through field updaters.
final class AtomicWeaver {
  static final ClassDesc HOOKS = ClassDesc.of("workbook.explore.runtime.AtomicHooks");
  private static final ClassDesc KERNEL = ClassDesc.of("workbook.explore.runtime.Kernel");
  private static final MethodTypeDesc NOTE = MethodTypeDesc.of(CD_void, CD_Object);

  private final Rewriter rewriter;
  private final boolean library;

  AtomicWeaver(Rewriter rewriter, boolean library) {
    this.rewriter = rewriter;
    this.library = library;
  }

  static boolean isAtomic(String owner) {
    return owner.startsWith("java/util/concurrent/atomic/") && !isUpdater(owner)
        || owner.equals("java/util/Random");
  }

  static boolean isUpdater(String owner) {
    return owner.startsWith("java/util/concurrent/atomic/") && owner.endsWith("FieldUpdater");
  }

  static boolean isHandle(Callee callee) {
    return callee.owner().equals("java/lang/invoke/VarHandle")
        && !callee.isStatic()
        && (callee.name().startsWith("get")
            || callee.name().startsWith("set")
            || callee.name().startsWith("compare")
            || callee.name().startsWith("weakCompare"));
  }

  /// A call on an atomic of the JDK.
  void atomic(CodeBuilder code, Callee callee, int site) {
    var mode = Library.mode(callee.name(), false);
    if (isOfElement(callee) && !library) {
      element(code, callee, mode, site);
    } else if (isWeak(callee)) {
      viaBridge(code, callee, callee.ownerDesc(), body -> beforeAtomic(body.aload(0), mode, site));
    } else if (callee.takesCallback() && !library) {
      callingBack(code, callee, mode, site);
    } else {
      Arguments.under(code, callee, () -> beforeAtomic(code.dup(), mode, site));
      CallWeaver.call(code, callee);
      afterRead(code, mode);
    }
  }

  /// Whether it is a call that uses one element of an atomic array.
  private static boolean isOfElement(Callee callee) {
    return callee.owner().endsWith("Array")
        && callee.type().parameterCount() > 0
        && callee.type().parameterType(0).equals(CD_int)
        && !callee.isConstructor();
  }

  /// A call that uses one element of an atomic array: a variable of its own.
  private void element(CodeBuilder code, Callee callee, int mode, int site) {
    viaBridge(
        code,
        callee,
        callee.ownerDesc(),
        body ->
            body.aload(0)
                .iload(1)
                .loadConstant(mode)
                .loadConstant(site)
                .invokestatic(
                    HOOKS,
                    "element",
                    MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int, CD_int)),
        body -> {
          if (callee.takesCallback()) {
            body.aload(0)
                .iload(1)
                .invokestatic(
                    HOOKS, "elementComputed", MethodTypeDesc.of(CD_void, CD_Object, CD_int));
          }
        });
  }

  /// A call with a function: what that wrote is published with the value it gave.
  private void callingBack(CodeBuilder code, Callee callee, int mode, int site) {
    var atomic = code.allocateLocal(TypeKind.REFERENCE);
    Arguments.under(
        code, callee, () -> beforeAtomic(code.dup().astore(atomic).aload(atomic), mode, site));
    CallWeaver.call(code, callee);
    code.aload(atomic).invokestatic(KERNEL, "acquire", NOTE);
    code.aload(atomic).invokestatic(KERNEL, "release", NOTE);
  }

  private void beforeAtomic(CodeBuilder code, int mode, int site) {
    if (library) {
      note(code, mode);
    } else {
      code.loadConstant(mode)
          .loadConstant(site)
          .invokestatic(HOOKS, "atomic", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int));
    }
  }

  /// After a read: it may have been shown an old value.
  private void afterRead(CodeBuilder code, int mode) {
    if (!library && (mode & AccessMode.READS) != 0) {
      code.invokestatic(HOOKS, "afterDisguise", MethodTypeDesc.of(CD_void));
    }
  }

  /// In place of a fence.
  static void fence(CodeBuilder code, int mode, int site) {
    code.loadConstant(mode)
        .loadConstant(site)
        .invokestatic(HOOKS, "fence", MethodTypeDesc.of(CD_void, CD_int, CD_int));
  }

  private static void note(CodeBuilder code, int mode) {
    code.invokestatic(
        Weaver.HOOKS, (mode & AccessMode.READS) != 0 ? "libraryRead" : "libraryWrite", NOTE);
  }

  /// An access through a VarHandle. Its arguments say what it touches, so a bridge looks at them.
  void handle(CodeBuilder code, Callee callee, int site) {
    var type = callee.type().insertParameterTypes(0, CD_VarHandle);
    var mode = Library.mode(callee.name(), true);
    viaBridge(code, callee, CD_VarHandle, body -> beforeHandle(body, type, mode, site));
    afterRead(code, mode);
  }

  private void beforeHandle(CodeBuilder body, MethodTypeDesc type, int mode, int site) {
    var onObject = type.parameterCount() > 1 && !type.parameterType(1).isPrimitive();
    var withIndex = type.parameterCount() > 2 && type.parameterType(2).equals(CD_int);
    if (!library) {
      body.aload(0);
    }
    if (onObject) {
      body.aload(body.parameterSlot(1));
    } else {
      body.getstatic(Weaver.HOOKS, "STATICS", CD_Object);
    }
    if (library) {
      note(body, mode);
      return;
    }
    if (withIndex) {
      body.iload(body.parameterSlot(2));
    } else {
      body.loadConstant(-1);
    }
    body.loadConstant(mode)
        .loadConstant(site)
        .invokestatic(
            HOOKS,
            "handle",
            MethodTypeDesc.of(CD_void, CD_VarHandle, CD_Object, CD_int, CD_int, CD_int));
  }

  /// A call on a field updater, or the making of one.
  void updater(CodeBuilder code, Callee callee, int site) {
    if (callee.isStatic()) {
      newUpdater(code, callee);
      return;
    }
    var mode = Library.mode(callee.name(), false);
    viaBridge(
        code,
        callee,
        callee.ownerDesc(),
        body ->
            body.aload(0)
                .aload(1)
                .loadConstant(mode)
                .loadConstant(site)
                .invokestatic(
                    HOOKS,
                    "updater",
                    MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_int, CD_int)));
    afterRead(code, mode);
  }

  /// Remembers which field it is for; the JDK checks who asks, so the call stays where it is.
  private static void newUpdater(CodeBuilder code, Callee callee) {
    var field = code.allocateLocal(TypeKind.REFERENCE);
    var type = code.allocateLocal(TypeKind.REFERENCE);
    var withValueType = callee.type().parameterCount() == 3;
    var valueType = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(field);
    if (withValueType) {
      code.astore(valueType);
    }
    code.astore(type).aload(type);
    if (withValueType) {
      code.aload(valueType);
    }
    code.aload(field);
    CallWeaver.call(code, callee);
    code.dup()
        .aload(type)
        .aload(field)
        .invokestatic(
            HOOKS, "newUpdater", MethodTypeDesc.of(CD_void, CD_Object, CD_Class, CD_String));
  }

  /// Makes the call in a method of its own, after `before`, where its arguments are parameters.
  private void viaBridge(
      CodeBuilder code, Callee callee, ClassDesc receiver, Consumer<CodeBuilder> before) {
    viaBridge(code, callee, receiver, before, _ -> {});
  }

  private void viaBridge(
      CodeBuilder code,
      Callee callee,
      ClassDesc receiver,
      Consumer<CodeBuilder> before,
      Consumer<CodeBuilder> after) {
    var type = callee.type().insertParameterTypes(0, receiver);
    var bridge =
        rewriter.bridge(
            "atomic",
            type,
            body -> {
              before.accept(body);
              if (isWeak(callee)) {
                failSpuriously(body);
              }
              CallWeaver.loadParameters(body, type);
              CallWeaver.call(body, callee);
              after.accept(body);
              body.return_(TypeKind.from(type.returnType()));
            });
    code.invokestatic(rewriter.type(), bridge, type, rewriter.isInterface());
  }

  private boolean isWeak(Callee callee) {
    return !library && callee.name().startsWith("weakCompareAndSet");
  }

  private static void failSpuriously(CodeBuilder body) {
    body.invokestatic(KERNEL, "failsSpuriously", MethodTypeDesc.of(CD_boolean))
        .ifThen(then -> then.iconst_0().ireturn());
  }
}
