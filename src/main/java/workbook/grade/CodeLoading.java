package workbook.grade;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What makes classes out of files or texts. No exercise needs it, and an answer would fetch
/// another answer with it: the worked one lies on the same disk.
///
/// Who calls it by reflection is not seen.
final class CodeLoading {
  private static final Pattern COMPILERS =
      Pattern.compile("(javax/tools|com/sun/tools|com/sun/source|jdk/jshell)/.+");

  private static final Set<String> LOADERS =
      Set.of(
          "java/lang/ClassLoader",
          "java/security/SecureClassLoader",
          "java/net/URLClassLoader",
          "java/lang/ModuleLayer");

  /// Of which an answer may use the methods.
  private static final Set<String> USUAL = Set.of("java/lang/ClassLoader");

  private CodeLoading() {}

  /// The classes for it that an answer uses, by simple name.
  ///
  /// @param answer its class files by name
  static Set<String> in(Map<String, byte[]> answer) {
    var found = new TreeSet<String>();
    for (var bytes : answer.values()) {
      var type = ClassFile.of().parse(bytes);
      parent(type).filter(LOADERS::contains).forEach(one -> found.add(simple(one)));
      for (var entry : type.constantPool()) {
        if (loads(entry)) {
          found.add(simple(owner(entry)));
        }
      }
    }
    return found;
  }

  private static Stream<String> parent(ClassModel type) {
    return type.superclass().map(ClassEntry::asInternalName).stream();
  }

  private static boolean loads(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type -> {
        var name = type.asInternalName();
        yield COMPILERS.matcher(name).matches() || LOADERS.contains(name) && !USUAL.contains(name);
      }
      case MethodRefEntry method ->
          method.name().stringValue().matches("define(Hidden)?Class\\w*")
              && owner(method).startsWith("java/");
      default -> false;
    };
  }

  private static String owner(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type -> type.asInternalName();
      case MethodRefEntry method -> method.owner().asInternalName();
      default -> "";
    };
  }

  private static String simple(String name) {
    return name.replaceAll(".*[/$]", "");
  }
}
