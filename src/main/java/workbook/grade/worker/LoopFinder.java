package workbook.grade.worker;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The loops of a method, as its class file shows them: every jump back is one.
final class LoopFinder {
  /// The line of each instruction.
  private final List<Integer> lines = new ArrayList<>();

  private final Map<Label, Integer> targets = new HashMap<>();

  /// Where the outermost loop around a line begins. Whatever moment of an endless loop is looked
  /// at, that is the same.
  ///
  /// @param method of the class
  /// @return empty when the line is in no loop
  static OptionalInt around(int line, String method, byte[] classFile) {
    return ClassFile.of().parse(classFile).methods().stream()
        .filter(one -> one.methodName().equalsString(method))
        .flatMap(one -> one.code().stream())
        .flatMapToInt(code -> new LoopFinder().around(line, code).stream())
        .findFirst();
  }

  private OptionalInt around(int wanted, CodeModel code) {
    var line = 0;
    var first = Integer.MAX_VALUE;
    for (var element : code) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case LabelTarget target -> targets.put(target.label(), lines.size());
        case Instruction instruction -> {
          lines.add(line);
          if (instruction instanceof BranchInstruction jump) {
            var begin = targets.getOrDefault(jump.target(), lines.size());
            if (lines.subList(begin, lines.size()).contains(wanted)) {
              first = Math.min(first, begin);
            }
          }
        }
        default -> {}
      }
    }
    return first < lines.size() ? OptionalInt.of(lines.get(first)) : OptionalInt.empty();
  }
}
