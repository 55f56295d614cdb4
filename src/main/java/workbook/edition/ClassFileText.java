package workbook.edition;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.Optional;

/// What the methods of a class do, a word for each instruction. The class's own name does not
/// matter, nor where its constants are.
///
/// @param name of the class, with slashes
/// @param text its methods
record ClassFileText(String name, String text) {
  private static final String SELF = "SELF";

  /// Empty when the bytes are no class.
  static Optional<ClassFileText> of(byte[] bytes) {
    try {
      var type = ClassFile.of().parse(bytes);
      return Optional.of(new ClassFileText(type.thisClass().asInternalName(), text(type)));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  static boolean isClass(byte[] bytes) {
    return bytes.length > 4
        && (bytes[0] & 0xff) == 0xCA
        && (bytes[1] & 0xff) == 0xFE
        && (bytes[2] & 0xff) == 0xBA
        && (bytes[3] & 0xff) == 0xBE;
  }

  private static String text(ClassModel type) {
    var text = new StringBuilder();
    for (var method : type.methods()) {
      add(
          text,
          method.flags().flagsMask()
              + method.methodName().stringValue()
              + method.methodType().stringValue());
      method
          .code()
          .ifPresent(
              code ->
                  code.forEach(
                      element -> {
                        if (element instanceof Instruction instruction) {
                          add(text, word(instruction));
                        }
                      }));
    }
    return text.toString().replace(type.thisClass().asInternalName().replaceAll("\\W", "_"), SELF);
  }

  private static void add(StringBuilder text, String word) {
    text.append(word.replaceAll("\\W", "_")).append(' ');
  }

  private static String word(Instruction instruction) {
    var opcode = instruction.opcode().name();
    return switch (instruction) {
      case InvokeInstruction call ->
          opcode + call.owner().asInternalName() + call.name() + call.type();
      case FieldInstruction field ->
          opcode + field.owner().asInternalName() + field.name() + field.type();
      case NewObjectInstruction made -> opcode + made.className().asInternalName();
      case TypeCheckInstruction check -> opcode + check.type().asInternalName();
      case ConstantInstruction constant -> opcode + constant.constantValue();
      default -> opcode;
    };
  }
}
