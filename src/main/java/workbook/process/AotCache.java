package workbook.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The classes of the JDK and of the libraries as the JVM needs them, loaded and linked beforehand
/// in a file: JVMs that are given it start in half the time. Java's name for it is ahead-of-time
/// cache, see JEP 483 and JEP 514.
///
/// None of the book's own classes are in it, so no edit makes it stale. A JVM that cannot use it,
/// being another Java or having other options, starts without it.
public final class AotCache {
  private static final String NAME = "workbook.aot";

  /// The library on the class path beside the real ones; holds [FolderMain] only.
  private static final String TRAINER = "trainer.jar";

  /// The file in which the build lists the libraries, as on a class path.
  private static final String LIBRARIES = "classpath.txt";

  /// What keeps a JVM that cannot use it from complaining on standard output.
  private static final List<String> SILENT = List.of("-Xlog:aot=off", "-Xlog:cds=off");

  private AotCache() {}

  /// Makes the cache, for the build. Where that fails, it says so and leaves an empty file, which
  /// means: go without, and do not try again.
  ///
  /// @param args the build's folder, which holds `classes` and `classpath.txt`; then the program
  ///   whose classes are wanted, and its arguments. The options of this JVM are those of the JVMs
  ///   that will use the cache
  public static void main(String[] args) throws IOException, InterruptedException {
    var target = Path.of(args[0]);
    var made = target.resolve(NAME + ".new");
    try {
      var ended = CompletedProcess.of(new ProcessBuilder(training(target, made, List.of(args))));
      if (ended.code() != 0) {
        throw new IOException(String.join("\n", ended.lines()));
      }
    } catch (IOException failure) {
      System.err.println("No start-up cache could be made, so JVMs start slowly here.");
      System.err.println(failure.getMessage());
      Files.deleteIfExists(made);
      Files.createFile(made);
    }
    Files.move(made, target.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> training(Path target, Path made, List<String> args)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-XX:AOTCacheOutput=" + made);
    makeTrainer(target);
    command.addAll(List.of("-cp", path(target)));
    command.addAll(List.of(FolderMain.class.getName(), target.resolve("classes").toString()));
    command.addAll(args.subList(1, args.size()));
    return command;
  }

  private static void makeTrainer(Path target) throws IOException {
    var name = FolderMain.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(target.resolve(TRAINER)));
        var in = AotCache.class.getResourceAsStream('/' + name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }

  /// What the class path of a JVM must begin with that is to use the cache.
  private static String path(Path target) throws IOException {
    var libraries = Files.readString(target.resolve(LIBRARIES)).strip();
    return libraries + File.pathSeparator + target.resolve(TRAINER);
  }

  /// Lets a JVM use the cache that lies beside the classes of this one; does nothing where there is
  /// none.
  ///
  /// @param jvm what [workbook.process.JavaProcess#builder] made
  public static void lendTo(ProcessBuilder jvm) {
    try {
      var classes = AotCache.class.getProtectionDomain().getCodeSource().getLocation();
      var target = Path.of(classes.toURI()).getParent();
      var cache = target.resolve(NAME);
      if (Files.exists(cache) && Files.size(cache) > 0) {
        var command = jvm.command();
        var at = command.indexOf("-cp") + 1;
        command.set(at, path(target) + File.pathSeparator + command.get(at));
        command.addAll(1, SILENT);
        command.add(1, "-XX:AOTCache=" + cache);
      }
    } catch (IOException | URISyntaxException unreadable) {
      // Without it, the JVM does the same, later.
    }
  }
}
