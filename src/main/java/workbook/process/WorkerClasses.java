package workbook.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.TreeMap;

/// The classes of the JVM in which a learner's code runs: what runs its tests, and the libraries.
/// None of a lesson, so that no answer can call the worked one.
public final class WorkerClasses {
  /// What [workbook.grade.worker.TestWorkerMain] uses, and what lessons may use.
  private static final String INCLUDED =
      "workbook/([^/]+|(explore|process|sandbox|grade/worker)/.+)";

  private static final String MACHINE = "workbook";
  private static final String JAR = "worker.jar";

  /// The jar of those that this JVM has; made when it is first needed.
  private static byte[] jar;

  private WorkerClasses() {}

  /// Whether they include a file.
  ///
  /// @param name below the folder of all classes, for example `workbook/explore/Explorer.class`
  static boolean include(String name) {
    return name.matches(INCLUDED);
  }

  /// Lets a JVM have these classes and no others, without an [AotCache].
  ///
  /// @param jvm what [JavaProcess#builder] made
  /// @param temp its folder, where the jar will lie
  public static void lendTo(ProcessBuilder jvm, TempDirectory temp) throws IOException {
    var at = jvm.command().indexOf(JavaProcess.CLASS_PATH) + 1;
    var all = jvm.command().get(at).split(File.pathSeparator);
    var mine = new LinkedHashSet<String>();
    mine.add(Files.write(temp.path().resolve(JAR), jar(all)).toString());
    for (var entry : all) {
      if (Files.isRegularFile(Path.of(entry))) {
        mine.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    jvm.command().set(at, String.join(File.pathSeparator, mine));
  }

  private static synchronized byte[] jar(String[] classPath) throws IOException {
    if (jar == null) {
      var files = new TreeMap<String, Path>();
      for (var entry : classPath) {
        add(Path.of(entry), files);
      }
      var out = new ByteArrayOutputStream();
      BuildFolder.write(files, out);
      jar = out.toByteArray();
    }
    return jar;
  }

  private static void add(Path folder, TreeMap<String, Path> files) throws IOException {
    if (Files.isDirectory(folder.resolve(MACHINE))) {
      try (var all = Files.walk(folder.resolve(MACHINE))) {
        all.filter(Files::isRegularFile)
            .filter(file -> include(BuildFolder.nameIn(folder, file)))
            .forEach(file -> files.putIfAbsent(BuildFolder.nameIn(folder, file), file));
      }
    }
  }
}
