package workbook.explore.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The system properties of every explored program: those that `System.getProperties()` is
/// documented to have always, and no others.
final class MachineProperties {
  private static final Map<String, String> VALUES = new HashMap<>();

  static {
    named("java.version java.vm.version java.specification.version", "25");
    named("java.vm.specification.version", "25");
    named("java.version.date", "2025-09-16");
    named("java.class.version", "69.0");
    named("java.vendor java.vm.vendor", "The workbook");
    named("java.specification.vendor java.vm.specification.vendor", "Oracle Corporation");
    named("java.specification.name", "Java Platform API Specification");
    named("java.vm.specification.name", "Java Virtual Machine Specification");
    named("java.vm.name", "The explorer");
    named("java.vendor.url", "https://openjdk.org/");
    named("java.home user.home user.dir file.separator", "/");
    named("java.class.path java.library.path", "");
    named("java.io.tmpdir", "/tmp");
    named("line.separator", "\n");
    named("path.separator", ":");
    named("os.name", "Linux");
    named("os.arch", "amd64");
    named("os.version", "6");
    named("user.name", "user");
    named("native.encoding stdin.encoding stdout.encoding stderr.encoding", "UTF-8");
  }

  private MachineProperties() {}

  private static void named(String names, String value) {
    for (var name : names.split(" ")) {
      VALUES.put(name, value);
    }
  }

  /// The value of a property; null when there is none of that name.
  static String get(String name) {
    return VALUES.get(Objects.requireNonNull(name));
  }
}
