package workbook.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of classes as the JVM needs them, loaded and linked beforehand: JVMs that are given it
/// start in half the time. Java's name for it is ahead-of-time cache, see JEP 483 and JEP 514.
///
/// There is one for each kind of JVM that the book starts for itself, because whatever is in a
/// cache is loaded at once, needed or not. The JVMs of lessons get none.
public enum AotCache {
  /// For the JVM that a launcher starts.
  LAUNCHER("workbook.aot"),

  /// For the JVMs in which graded tests run.
  WORKER("worker.aot");

  /// What keeps a JVM that refuses a cache from complaining on standard output.
  private static final List<String> SILENT = List.of("-Xlog:aot=off", "-Xlog:cds=off");

  private final String file;

  AotCache(String file) {
    this.file = file;
  }

  public Path in(BuildFolder folder) {
    return folder.path().resolve(file);
  }

  private String use(BuildFolder folder) {
    return "-XX:AOTCache=" + in(folder);
  }

  /// The jar it is made of, and the libraries: no cache can be made of anything but jars.
  private String classPath(BuildFolder folder) throws IOException {
    var jar =
        switch (this) {
          case LAUNCHER -> folder.jar();
          case WORKER -> folder.workerJar();
        };
    return jar + File.pathSeparator + folder.libraries();
  }

  /// Lets a JVM make this cache when it ends.
  ///
  /// @param jvm what [workbook.process.JavaProcess#builder] made
  public ProcessBuilder recordedBy(ProcessBuilder jvm, BuildFolder folder) throws IOException {
    var command = jvm.command();
    putClassPath(folder, command);
    command.add(1, "-XX:AOTCacheOutput=" + BuildFolder.unfinished(in(folder)));
    return jvm;
  }

  /// Lets a JVM use this cache, and have the classes that it was made of and no others.
  ///
  /// @param jvm what [workbook.process.JavaProcess#builder] made
  /// @return false where no cache fits; then the JVM is as it was
  public boolean lendTo(ProcessBuilder jvm) {
    return BuildFolder.here()
        .filter(BuildFolder::fits)
        .filter(folder -> isLent(folder, jvm.command()))
        .isPresent();
  }

  private boolean isLent(BuildFolder folder, List<String> command) {
    try {
      putClassPath(folder, command);
      command.addAll(1, SILENT);
      command.add(1, use(folder));
      return true;
    } catch (IOException unreadable) {
      return false; // Without it, the JVM does the same, later.
    }
  }

  private void putClassPath(BuildFolder folder, List<String> command) throws IOException {
    command.set(command.indexOf(JavaProcess.CLASS_PATH) + 1, classPath(folder));
  }

  /// Whether caches are used.
  public enum State {
    USED,

    /// They were made of something else than what is there now.
    STALE,

    /// None were made, or the attempt failed.
    MISSING
  }

  /// Whether the caches beside the classes of this JVM are used. Starts JVMs to find out, and
  /// blocks until they have ended.
  public static State state() {
    var folder = BuildFolder.here().orElse(null);
    if (folder == null || !LAUNCHER.isThere(folder)) {
      return State.MISSING;
    }
    return folder.fits() && LAUNCHER.isAccepted(folder) && WORKER.isAccepted(folder)
        ? State.USED
        : State.STALE;
  }

  private boolean isThere(BuildFolder folder) {
    return in(folder).toFile().length() > 0;
  }

  /// Asks a JVM that must not do without.
  private boolean isAccepted(BuildFolder folder) {
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JvmOptions.ALWAYS);
      command.addAll(JvmOptions.SHORT_LIFE);
      command.addAll(List.of(use(folder), "-XX:AOTMode=on"));
      command.addAll(List.of(JavaProcess.CLASS_PATH, classPath(folder), "-version"));
      return CompletedProcess.of(new ProcessBuilder(command)).code() == 0;
    } catch (IOException noJvm) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
