package workbook.sandbox;

import java.util.Locale;
import java.util.Optional;

/// A processor whose system calls are known.
///
/// @param audit what the kernel calls it, see `linux/audit.h`
/// @param column where its numbers stand in [SystemCall]
enum Architecture {
  X86_64(0xC000003E),
  AARCH64(0xC00000B7);

  final int audit;

  Architecture(int audit) {
    this.audit = audit;
  }

  /// The one of this JVM; empty where the system is not Linux, or the processor another one.
  static Optional<Architecture> here() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
