package workbook.grade;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Collection;
import java.util.regex.Pattern;

/// Whether an exercise is about the machine: its tests start processes, open sockets or write
/// files, and so may the answers.
final class MachineUse {
  private static final Pattern PROCESSES =
      Pattern.compile("java/lang/ProcessBuilder|workbook/process/.+");
  private static final Pattern SOCKETS =
      Pattern.compile("java/net/(Server)?Socket|java/nio/channels/.*Socket.*");
  private static final Pattern FILES =
      Pattern.compile("java/nio/file/Files|java/nio/channels/FileChannel|java/io/File.*");

  private MachineUse() {}

  /// @param classFiles those of the tests, and what these need of the book
  static boolean isIn(Collection<byte[]> classFiles) {
    return classFiles.stream().anyMatch(MachineUse::isIn);
  }

  private static boolean isIn(byte[] classFile) {
    for (var entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof ClassEntry type && touches(type.asInternalName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(String type) {
    return PROCESSES.matcher(type).matches()
        || SOCKETS.matcher(type).matches()
        || FILES.matcher(type).matches();
  }
}
