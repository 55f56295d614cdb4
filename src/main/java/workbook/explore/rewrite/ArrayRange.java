package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.function.Consumer;
import workbook.explore.runtime.ArrayAccess;

/// Which elements of an array a call reads or changes, in terms of its arguments.
///
/// @param array the local variable that holds the array
/// @param from loads the first index
/// @param to loads the index after the last one; may be too large
/// @param how see [ArrayAccess]
record ArrayRange(int array, Consumer<CodeBuilder> from, Consumer<CodeBuilder> to, int how) {
  private static final String ARRAYS = "java/util/Arrays";
  private static final MethodTypeDesc NOTE =
      MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int, CD_int, CD_int);
  private static final MethodTypeDesc NOTE_CHANGED =
      MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int, CD_int);

  /// Methods of `Arrays` that change their first argument.
  private static final Set<String> ARRAY_CHANGES = Set.of("fill", "sort", "setAll");

  /// Methods of any class that fill the array they are given.
  private static final Set<String> FILLS =
      Set.of(
          "copyInto",
          "getBytes",
          "getChars",
          "nextBytes",
          "read",
          "readFully",
          "readNBytes",
          "toArray",
          "toChars");

  /// Methods that ask each element for its text or its hash code.
  private static final Set<String> TEXTS =
      Set.of("format", "formatted", "hash", "hashCode", "printf", "toString", "equals");

  /// The elements that `array.clone()` reads, with the array on the stack.
  static ArrayRange ofClone(CodeBuilder code) {
    var array = code.allocateLocal(TypeKind.REFERENCE);
    code.dup().astore(array);
    return all(array, ArrayAccess.DECIDES);
  }

  static boolean isClone(Callee callee) {
    return callee.owner().startsWith("[") && callee.name().equals("clone");
  }

  /// What the call does to one of its arguments; null if that is no array.
  ///
  /// @param slots the local variables that hold the arguments
  static ArrayRange of(Callee callee, int i, int[] slots) {
    var types = callee.type().parameterList();
    if (callee.is("java/lang/System", "arraycopy")) {
      return switch (i) {
        case 0 -> counted(slots[0], slots[1], slots[4], ArrayAccess.DECIDES);
        case 2 -> counted(slots[2], slots[3], slots[4], ArrayAccess.DECIDES | ArrayAccess.CHANGES);
        default -> null;
      };
    }
    if (callee.is("java/util/Objects", "deepEquals")) {
      return all(slots[i], ArrayAccess.DEEP | ArrayAccess.DEEPEST);
    }
    if (!types.get(i).isArray()) {
      return null;
    }
    var how = how(callee, i);
    var ints = 0;
    while (i + ints + 1 < types.size() && types.get(i + ints + 1).equals(CD_int)) {
      ints++;
    }
    if (callee.name().equals("getChars") || callee.name().equals("getBytes") && ints == 1) {
      return new ArrayRange(
          slots[i],
          code -> code.iload(slots[i + 1]),
          code -> code.iload(slots[i + 1]).iload(slots[1]).iadd().iload(slots[0]).isub(),
          how);
    }
    if (callee.name().equals("toChars")) {
      var next = slots[i + 1];
      return new ArrayRange(
          slots[i], code -> code.iload(next), code -> code.iload(next).iconst_1().iadd(), how);
    }
    if (!callee.owner().equals(ARRAYS)) {
      return ints < 2 ? all(slots[i], how) : counted(slots[i], slots[i + 1], slots[i + 2], how);
    }
    if (callee.name().equals("copyOf")) {
      var length = slots[i + 1];
      return new ArrayRange(slots[i], CodeBuilder::iconst_0, code -> code.iload(length), how);
    }
    return ints < 2 ? all(slots[i], how) : between(slots[i], slots[i + 1], slots[i + 2], how);
  }

  private static int how(Callee callee, int i) {
    var inArrays = callee.owner().equals(ARRAYS);
    var decides = inArrays && !callee.name().equals("asList") ? ArrayAccess.DECIDES : 0;
    var changes = changes(callee, i) ? ArrayAccess.CHANGES : 0;
    var deep = 0;
    if (callee.name().startsWith("deep") || callee.owner().startsWith("org/junit/")) {
      deep = ArrayAccess.DEEP | ArrayAccess.DEEPEST;
    } else if (TEXTS.contains(callee.name())) {
      deep = ArrayAccess.DEEP;
    }
    return decides | changes | deep;
  }

  private static boolean changes(Callee callee, int i) {
    return switch (callee.owner()) {
      case ARRAYS -> i == 0 && ARRAY_CHANGES.contains(callee.name());
      case "java/util/Base64$Encoder", "java/util/Base64$Decoder" -> i == 1;
      default ->
          FILLS.contains(callee.name()) || callee.name().equals("get"); // of buffers and stamps
    };
  }

  /// Whether code under test may run while the call changes the elements.
  static boolean callsBack(Callee callee) {
    return callee.name().equals("sort") || callee.name().equals("setAll");
  }

  private static ArrayRange all(int array, int how) {
    return new ArrayRange(
        array, CodeBuilder::iconst_0, code -> code.loadConstant(Integer.MAX_VALUE), how);
  }

  private static ArrayRange between(int array, int from, int to, int how) {
    return new ArrayRange(array, code -> code.iload(from), code -> code.iload(to), how);
  }

  private static ArrayRange counted(int array, int from, int count, int how) {
    return new ArrayRange(
        array, code -> code.iload(from), code -> code.iload(from).iload(count).iadd(), how);
  }

  boolean changes() {
    return (how & ArrayAccess.CHANGES) != 0;
  }

  /// Writes the call of the hook that is told the range and what is done to it.
  void note(CodeBuilder code, int site) {
    bounds(code);
    code.loadConstant(how).loadConstant(site).invokestatic(GivenArguments.HOOKS, "elements", NOTE);
  }

  /// Writes the call of the hook after a change.
  void changed(CodeBuilder code, int site) {
    bounds(code);
    code.loadConstant(site).invokestatic(GivenArguments.HOOKS, "elementsChanged", NOTE_CHANGED);
  }

  private void bounds(CodeBuilder code) {
    code.aload(array);
    from.accept(code);
    to.accept(code);
  }
}
