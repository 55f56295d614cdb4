package _11_ipc.lab;

import _11_ipc.MechanismType;
import java.util.Arrays;
import java.util.List;
import workbook.Recorder;

/// The mechanisms that this machine has.
final class UsableMechanisms {
  private UsableMechanisms() {}

  /// Notes why the others are missing.
  static List<MechanismType> here(Recorder record) {
    return Arrays.stream(MechanismType.values()).filter(type -> isHere(type, record)).toList();
  }

  private static boolean isHere(MechanismType type, Recorder record) {
    var missing = type.mechanism().missing();
    missing.ifPresent(why -> record.note("Without %s: %s".formatted(type.says(), why)));
    return missing.isEmpty();
  }
}
