package workbook.explore.rewrite;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The loops of one method: where each begins, and which local variables decide how it goes on.
///
/// A variable that the loop only adds to, `spins++`, decides nothing.
final class Loops {
  /// The local variables of a loop; null when they cannot be told where it begins.
  ///
  /// @param line the line of its first instruction
  record Head(int line, List<Local> locals) {}

  record Local(TypeKind kind, int slot) {}

  private final List<Instruction> code = new ArrayList<>();
  private final Map<Label, Integer> positions = new HashMap<>();
  private final Map<Label, Integer> lines = new HashMap<>();

  /// For the label where a loop begins, the last instruction that jumps back to it.
  private final Map<Label, Integer> ends = new HashMap<>();

  private final Map<Label, Head> heads = new HashMap<>();
  private final BitSet counting = new BitSet();

  Loops(CodeModel method) {
    read(method);
    if (!ends.isEmpty()) {
      var frames = new HashMap<Label, StackMapFrameInfo>();
      method
          .findAttribute(Attributes.stackMapTable())
          .ifPresent(table -> table.entries().forEach(frame -> frames.put(frame.target(), frame)));
      for (var head : ends.keySet()) {
        heads.put(head, new Head(lines.getOrDefault(head, 0), locals(head, frames.get(head))));
      }
    }
    findCounting();
  }

  boolean isEmpty() {
    return heads.isEmpty();
  }

  /// The loop that begins at this label, or null.
  Head at(Label label) {
    return heads.get(label);
  }

  /// Whether the instruction with this number reads or writes a variable in a statement that only
  /// adds to it.
  boolean onlyCounts(int instruction) {
    return counting.get(instruction);
  }

  private void read(CodeModel method) {
    var fresh = new HashSet<Label>();
    var line = 0;
    for (var element : method) {
      switch (element) {
        case LabelTarget target -> {
          positions.put(target.label(), code.size());
          lines.put(target.label(), line);
          fresh.add(target.label());
        }
        case LineNumber number -> {
          line = number.line();
          for (var label : fresh) {
            lines.put(label, line);
          }
        }
        case Instruction instruction -> {
          fresh.clear();
          targets(instruction).stream()
              .filter(positions::containsKey)
              .forEach(label -> ends.put(label, code.size()));
          code.add(instruction);
        }
        default -> {}
      }
    }
  }

  private static List<Label> targets(Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction branch -> List.of(branch.target());
      case TableSwitchInstruction table -> targets(table.cases(), table.defaultTarget());
      case LookupSwitchInstruction lookup -> targets(lookup.cases(), lookup.defaultTarget());
      default -> List.of();
    };
  }

  private static List<Label> targets(List<SwitchCase> cases, Label otherwise) {
    var targets = new ArrayList<Label>();
    targets.add(otherwise);
    cases.forEach(one -> targets.add(one.target()));
    return targets;
  }

  /// The variables that are alive at the head of a loop; null when there is more to know.
  private List<Local> locals(Label head, StackMapFrameInfo frame) {
    if (frame == null || !frame.stack().isEmpty()) {
      return null;
    }
    var ignored = onlyCounted(head);
    var locals = new ArrayList<Local>();
    var slot = 0;
    for (var type : frame.locals()) {
      var kind = kind(type);
      if (kind == null && type instanceof StackMapFrameInfo.UninitializedVerificationTypeInfo
          || type == SimpleVerificationTypeInfo.UNINITIALIZED_THIS) {
        return null;
      }
      if (kind != null && !ignored.contains(slot)) {
        locals.add(new Local(kind, slot));
      }
      slot += kind == null ? 1 : kind.slotSize();
    }
    return locals;
  }

  private static TypeKind kind(VerificationTypeInfo type) {
    return switch (type) {
      case SimpleVerificationTypeInfo.INTEGER -> TypeKind.INT;
      case SimpleVerificationTypeInfo.LONG -> TypeKind.LONG;
      case SimpleVerificationTypeInfo.FLOAT -> TypeKind.FLOAT;
      case SimpleVerificationTypeInfo.DOUBLE -> TypeKind.DOUBLE;
      case StackMapFrameInfo.ObjectVerificationTypeInfo _ -> TypeKind.REFERENCE;
      default -> null;
    };
  }

  /// The slots of variables that are only added to, in the outermost loop around this one.
  private Set<Integer> onlyCounted(Label head) {
    int from = positions.get(head);
    int to = ends.get(head);
    for (var grown = true; grown; ) {
      grown = false;
      for (var other : ends.entrySet()) {
        int begin = positions.get(other.getKey());
        int end = other.getValue();
        if (begin <= to && end >= from && (begin < from || end > to)) {
          from = Math.min(from, begin);
          to = Math.max(to, end);
          grown = true;
        }
      }
    }
    var counted = new HashSet<Integer>();
    var used = new HashSet<Integer>();
    for (var at = from; at <= to; at++) {
      switch (code.get(at)) {
        case IncrementInstruction increment -> counted.add(increment.slot());
        case LoadInstruction load -> {
          if (addsTo(load, at)) {
            counted.add(load.slot());
            at += 3;
          } else {
            used.add(load.slot());
          }
        }
        case StoreInstruction store -> used.add(store.slot());
        default -> {}
      }
    }
    counted.removeAll(used);
    return counted;
  }

  /// Whether it is the first of `load x, constant, add, store x`.
  private boolean addsTo(LoadInstruction load, int at) {
    return isAddition(at + 1)
        && code.get(at + 3) instanceof StoreInstruction store
        && store.slot() == load.slot();
  }

  private boolean isAddition(int at) {
    return at + 2 < code.size()
        && code.get(at) instanceof ConstantInstruction
        && code.get(at + 1) instanceof OperatorInstruction operator
        && switch (operator.opcode()) {
          case IADD, LADD, FADD, DADD, ISUB, LSUB, FSUB, DSUB -> true;
          default -> false;
        };
  }

  /// Finds `read x, constant, add, write x`, where what was read is not kept for anything else.
  private void findCounting() {
    for (var at = 0; at + 3 < code.size(); at++) {
      if (isAddition(at + 1) && isSame(at, code.get(at), code.get(at + 3))) {
        counting.set(at);
        counting.set(at + 3);
      }
    }
  }

  private boolean isSame(int at, Instruction read, Instruction written) {
    return switch (read) {
      case FieldInstruction get when written instanceof FieldInstruction put ->
          get.owner().equals(put.owner())
              && get.name().equals(put.name())
              && (get.opcode() == Opcode.GETSTATIC && put.opcode() == Opcode.PUTSTATIC
                  || get.opcode() == Opcode.GETFIELD
                      && put.opcode() == Opcode.PUTFIELD
                      && isBefore(at, Opcode.DUP));
      case ArrayLoadInstruction get when written instanceof ArrayStoreInstruction put ->
          get.typeKind() == put.typeKind() && isBefore(at, Opcode.DUP2);
      default -> false;
    };
  }

  private boolean isBefore(int at, Opcode opcode) {
    return at > 0 && code.get(at - 1).opcode() == opcode;
  }
}
