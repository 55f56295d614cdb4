package workbook.grade;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What looks into the JVM it runs in: reflection, native calls, class loaders, the grader. There,
/// an answer could find the hidden tests, and the key that signs its verdict. No exercise needs it.
///
/// An answer has no other way to call what it does not name: so it is enough to look at the names
/// in its class files.
final class JvmInternals {
  /// Classes that an answer may not name at all.
  private static final Pattern CLASSES =
      Pattern.compile(
          """
          (java/lang/reflect/(?!Array\\b).+
          |java/lang/foreign/(Linker|SymbolLookup).*
          |java/lang/(instrument|management|module|classfile)/.+
          |java/lang/constant/(MethodHandle|DirectMethod|Dynamic).+
          |java/lang/(Module|StackWalker|ClassValue)
          |java/lang/invoke/(MethodHandleProxies|MethodHandleInfo)
          |java/(beans|rmi|applet)/.+
          |java/io/Object(Input|Output)Stream.*
          |java/util/ServiceLoader.*
          |javax/(?!net/).+
          |(sun|com/sun|jdk)/.+
          |org/junit/platform/.+
          |(workbook|org/h2|org/postgresql|com/github)/.+)\
          """
              .replace("\n", ""));

  /// Members of others, as `Class.member`. An answer that sees who calls it could be right for the
  /// tests only.
  private static final Pattern MEMBERS =
      Pattern.compile(
          """
          (java/lang/Class\\.(forName.*|newInstance|get(Declared)?(Method|Field|Constructor|Classe).*\
          |getClassLoader|getResource.*|getModule|getProtectionDomain|getEnclosing(Me|Co).*\
          |getRecordComponents|getPermittedSubclasses|getNest.*)
          |java/lang/ClassLoader\\..+
          |java/lang/Thread\\.[gs]etContextClassLoader
          |java/lang/(System|Runtime)\\.load.*
          |java/lang/foreign/MemorySegment\\.reinterpret
          |java/lang/invoke/MethodHandles\\.(privateLookupIn|publicLookup|reflectAs)
          |java/lang/invoke/MethodHandles\\$Lookup\\.(?!findVarHandle|findStaticVarHandle).+
          |java/lang/invoke/LambdaMetafactory\\.direct
          |.+\\.(getStackTrace|getAllStackTraces)
          |.+\\.printStackTrace\\(to\\))\
          """
              .replace("\n", ""));

  private JvmInternals() {}

  /// What of it an answer uses, as a person would write it: `Class.forName`.
  ///
  /// @param answer its class files by name
  static Set<String> in(Map<String, byte[]> answer) {
    var found = new TreeSet<String>();
    for (var bytes : answer.values()) {
      for (var entry : ClassFile.of().parse(bytes).constantPool()) {
        var name = name(entry);
        if (CLASSES.matcher(name).matches() || MEMBERS.matcher(name).matches()) {
          found.add(name.replaceAll(".*[/$]", ""));
        }
      }
    }
    return found;
  }

  private static String name(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type -> type.asInternalName().replaceFirst("^\\[+L?|;$", "");
      case MemberRefEntry member ->
          member.owner().asInternalName() + "." + member.name().stringValue() + target(member);
      default -> "";
    };
  }

  /// Plain `printStackTrace()` says nothing to the code itself.
  private static String target(MemberRefEntry member) {
    var prints = member.name().equalsString("printStackTrace");
    return prints && !member.type().equalsString("()V") ? "(to)" : "";
  }
}
