package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import workbook.explore.runtime.CodeLocation.Operation;

/// Hooks around a call of a method that is not rewritten, for what it is given and will look into:
/// arrays, collections, and objects that it asks for their text.
final class GivenArguments {
  static final GivenArguments NONE = new GivenArguments(null, null, null);

  /// What `+` of strings is compiled to.
  static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";

  static final ClassDesc HOOKS = ClassDesc.of("workbook.explore.runtime.GivenHooks");
  private static final MethodTypeDesc NOTE_BOTH = MethodTypeDesc.of(CD_void, CD_Object, CD_Object);

  /// What takes arrays without looking at what others may change in them.
  private static final List<String> REFLECTIVE =
      List.of("java/lang/Class", "java/lang/invoke/", "java/lang/reflect/");

  /// Methods that ask an object for its text, its hash code, or whether it equals another.
  private static final Set<String> LOOKING =
      Set.of("append", "equals", "hashCode", "insert", "print", "println", "toString", "valueOf");

  private final Weaver weaver;
  private final CodeBuilder code;
  private final Callee callee;
  private int[] slots;

  private GivenArguments(Weaver weaver, CodeBuilder code, Callee callee) {
    this.weaver = weaver;
    this.code = code;
    this.callee = callee;
  }

  /// The hooks for a call.
  static GivenArguments of(Weaver weaver, CodeBuilder code, Callee callee) {
    return areFollowed(callee) ? new GivenArguments(weaver, code, callee) : NONE;
  }

  /// Whether a method may look into something that it is given.
  static boolean areFollowed(Callee callee) {
    if (callee.owner().equals(CONCATENATION) || ArrayRange.isClone(callee)) {
      return true;
    }
    var owner = callee.owner();
    return !Hierarchy.rewritten(Renames.original(owner))
        && !Renames.isModelOrCopy(owner)
        && REFLECTIVE.stream().noneMatch(owner::startsWith)
        && callee.type().parameterList().stream().anyMatch(GivenArguments::mayBeRead);
  }

  private static boolean mayBeRead(ClassDesc type) {
    return type.isArray() || isCollection(type) || type.equals(CD_Object);
  }

  private static boolean isCollection(ClassDesc type) {
    var text = type.descriptorString();
    return type.isClassOrInterface() && Library.isCollection(text.substring(1, text.length() - 1));
  }

  private static boolean looks(Callee callee) {
    return LOOKING.contains(callee.name())
        || callee.owner().equals("java/util/Objects") && callee.name().equals("deepEquals")
        || callee.owner().startsWith("org/junit/") && callee.name().startsWith("assert");
  }

  /// Before the call, with its arguments on the stack.
  void before() {
    if (this == NONE) {
      return;
    }
    if (ArrayRange.isClone(callee)) {
      var range = ArrayRange.ofClone(code);
      range.note(code, weaver.callSite(Operation.READ, ""));
      return;
    }
    slots = Arguments.putAside(code, callee);
    for (var i = 0; i < slots.length; i++) {
      argument(i, callee.type().parameterType(i));
    }
    Arguments.takeBack(code, callee, slots);
  }

  private void argument(int i, ClassDesc type) {
    var range = ArrayRange.of(callee, i, slots);
    if (range != null) {
      range.note(code, elementSite(range));
    }
    if (callee.owner().equals(CONCATENATION)) {
      if (!type.isPrimitive()) {
        looked(i);
      }
    } else if (isCollection(type)) {
      code.aload(slots[i])
          .loadConstant(Library.changesArgument(callee) && i == 0 ? 0 : 1)
          .loadConstant(callSite())
          .invokestatic(
              HOOKS, "collection", MethodTypeDesc.of(CD_void, CD_Object, CD_boolean, CD_int));
    } else if (type.equals(CD_Object) && looks(callee)) {
      looked(i);
    }
  }

  private void looked(int i) {
    code.aload(slots[i])
        .loadConstant(callSite())
        .invokestatic(HOOKS, "lookedInto", MethodTypeDesc.of(CD_void, CD_Object, CD_int));
  }

  /// After the call, with its result on the stack.
  void after() {
    if (slots == null) {
      return;
    }
    for (var i = 0; i < slots.length; i++) {
      var range = ArrayRange.of(callee, i, slots);
      if (range != null && range.changes()) {
        if (ArrayRange.callsBack(callee)) {
          range.note(code, elementSite(range));
        }
        TraceWeaver.whenHeard(code, then -> range.changed(then, elementSite(range)));
      }
    }
    if (callee.is("java/util/Arrays", "asList")) {
      code.dup().aload(slots[0]).swap().invokestatic(HOOKS, "list", NOTE_BOTH);
    } else if (Library.wrapsArgument(callee)) {
      code.dup().aload(slots[0]).swap().invokestatic(Weaver.HOOKS, "view", NOTE_BOTH);
    }
  }

  private int elementSite(ArrayRange range) {
    return weaver.callSite(range.changes() ? Operation.WRITE : Operation.READ, "");
  }

  private int callSite() {
    return weaver.callSite(Operation.CALL, callee.name());
  }
}
