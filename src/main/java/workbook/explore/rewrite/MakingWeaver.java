package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Deque;

/// Tells of each object that is made, so that executions can call it by the same number.
final class MakingWeaver {
  private static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object);

  /// For each `new` whose constructor has not been called yet, whether the object is kept.
  private final Deque<Boolean> kept = new ArrayDeque<>();

  private boolean justBegun;

  /// Notes an instruction of the method.
  void note(CodeElement element) {
    if (!(element instanceof Instruction instruction)) {
      return;
    }
    if (justBegun && instruction.opcode() == Opcode.DUP) {
      kept.pop();
      kept.push(true);
    }
    justBegun = instruction instanceof NewObjectInstruction;
    if (justBegun) {
      kept.push(false);
    }
  }

  /// How many objects are begun and not constructed yet.
  int begun() {
    return kept.size();
  }

  /// The constructor of the last one begun is called.
  ///
  /// @return whether the object is on the stack afterwards
  boolean constructs() {
    return kept.pop();
  }

  /// After the constructor of a new object was called.
  static void constructed(CodeBuilder code) {
    made(code.dup());
  }

  /// After the constructor above was called: from here on the object can be handed out.
  static void constructedAbove(CodeBuilder code) {
    made(code.aload(0));
  }

  /// An instruction that may make an array.
  static void put(CodeBuilder code, CodeElement element) {
    code.with(element);
    switch (element) {
      case NewPrimitiveArrayInstruction _,
          NewReferenceArrayInstruction _,
          NewMultiArrayInstruction _ ->
          made(code.dup());
      default -> {}
    }
  }

  private static void made(CodeBuilder code) {
    code.invokestatic(Weaver.HOOKS, "made", OF_OBJECT);
  }
}
