package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Puts hooks before calls that read or change a collection of the JDK.
final class CollectionWeaver {
  private static final ClassDesc HOOKS = Weaver.HOOKS;
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);
  private static final MethodTypeDesc NOTE = MethodTypeDesc.of(CD_void, CD_Object);
  private static final MethodTypeDesc NOTE_ACCESS =
      MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_int);
  private static final MethodTypeDesc NOTE_CHANGE =
      MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_boolean, CD_int);
  private static final ClassDesc CALLBACKS = ClassDesc.of("workbook.explore.runtime.Callbacks");

  private final Rewriter rewriter;

  CollectionWeaver(Rewriter rewriter) {
    this.rewriter = rewriter;
  }

  /// A call on a collection.
  void call(CodeBuilder code, Callee callee, int site) {
    var receiver = code.allocateLocal(TypeKind.REFERENCE);
    var reads = Library.reads(callee.name());
    var slots = Arguments.putAside(code, callee);
    code.dup().astore(receiver).aload(receiver);
    if (!reads && slots.length > 0 && callee.type().parameterType(0).equals(CD_Object)) {
      code.aload(slots[0]);
    } else {
      code.aconst_null();
    }
    code.loadConstant(reads ? 1 : 0)
        .loadConstant(site)
        .invokestatic(HOOKS, "collection", NOTE_CHANGE);
    Arguments.takeBack(code, callee, slots);
    if (callee.takesCallback()) {
      callingBack(code, callee, site);
    } else {
      CallWeaver.call(code, callee);
    }
    if (Library.returnsView(callee.name()) && !callee.type().returnType().isPrimitive()) {
      code.dup()
          .aload(receiver)
          .swap()
          .invokestatic(HOOKS, "view", MethodTypeDesc.of(CD_void, CD_Object, CD_Object));
    }
  }

  /// A call with `super.` to a collection that the class extends.
  static void superCall(CodeBuilder code, Callee callee, int site) {
    Arguments.under(code, callee, () -> before(code.dup(), callee, "superCollection", site));
    if (!callee.takesCallback()) {
      CallWeaver.call(code, callee);
      return;
    }
    code.invokestatic(CALLBACKS, "enterAlone", NOTHING);
    code.trying(
        inside -> {
          CallWeaver.call(inside, callee);
          inside.invokestatic(CALLBACKS, "exitAlone", NOTHING);
        },
        catching ->
            catching.catchingAll(
                handler -> handler.invokestatic(CALLBACKS, "exitAlone", NOTHING).athrow()));
  }

  /// A call by a copy of a JDK class.
  static void libraryCall(CodeBuilder code, Callee callee) {
    Arguments.under(code, callee, () -> code.dup().invokestatic(HOOKS, "libraryCollection", NOTE));
    CallWeaver.call(code, callee);
  }

  private static void before(CodeBuilder code, Callee callee, String hook, int site) {
    code.loadConstant(Library.reads(callee.name()) ? 1 : 0)
        .loadConstant(site)
        .invokestatic(HOOKS, hook, NOTE_ACCESS);
  }

  /// The making of a map that may order its entries by access. The new map lies below the
  /// arguments; a copy of it is left when it has been made.
  static void accessOrder(CodeBuilder code, Callee callee) {
    var byAccess = code.allocateLocal(TypeKind.INT);
    code.dup().istore(byAccess);
    Arguments.under(code, callee, code::dup);
    CallWeaver.call(code, callee);
    code.iload(byAccess)
        .invokestatic(HOOKS, "accessOrder", MethodTypeDesc.of(CD_void, CD_Object, CD_boolean));
  }

  /// Calls a method of the JDK that will call back, in a bridge that says so.
  private void callingBack(CodeBuilder code, Callee callee, int site) {
    var type = callee.type().insertParameterTypes(0, callee.ownerDesc());
    var bridge = rewriter.bridge("callback", type, body -> calledBack(body, callee, type, site));
    code.invokestatic(rewriter.type(), bridge, type, rewriter.isInterface());
  }

  private static void calledBack(CodeBuilder body, Callee callee, MethodTypeDesc type, int site) {
    var steps = body.allocateLocal(TypeKind.INT);
    var model = ModelledCallback.of(callee);
    body.aload(0)
        .loadConstant(callee.name())
        .loadConstant(Library.reads(callee.name()) ? 1 : 0)
        .loadConstant(model != null ? 1 : 0)
        .invokestatic(
            CALLBACKS,
            "enter",
            MethodTypeDesc.of(CD_int, CD_Object, CD_String, CD_boolean, CD_boolean))
        .istore(steps);
    body.trying(
        inside -> {
          CallWeaver.loadParameters(inside, type);
          if (model != null) {
            inside.invokestatic(
                model.owner(),
                callee.name(),
                callee.type().insertParameterTypes(0, model.receiver()));
          } else {
            CallWeaver.call(inside, callee);
          }
          after(inside, callee, model != null, steps, site);
          inside.return_(TypeKind.from(type.returnType()));
        },
        catching ->
            catching.catchingAll(
                handler -> {
                  after(handler, callee, model != null, steps, site);
                  handler.athrow();
                }));
  }

  private static void after(
      CodeBuilder code, Callee callee, boolean modelled, int steps, int site) {
    code.aload(0)
        .loadConstant(Library.reads(callee.name()) ? 1 : 0)
        .loadConstant(modelled ? 1 : 0)
        .iload(steps)
        .loadConstant(site)
        .invokestatic(
            CALLBACKS,
            "exit",
            MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_boolean, CD_int, CD_int));
  }
}
