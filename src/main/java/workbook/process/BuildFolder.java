package workbook.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/// The folder that the book is built to. Beside the classes, which every build brings up to date,
/// it holds two jars of them and the [AotCache]s that fit these jars, which only the first build
/// makes: a jar of the whole book, and one for the JVM in which a learner's code runs.
///
/// A JVM does not always notice that a cache was made of another jar (JDK-8377932, mended in
/// 25.0.4) and then runs the old code. So jars and caches are left aside unless this folder
/// [#fits]. The launchers decide by the same rule.
///
/// @param path for example `target`
public record BuildFolder(Path path) {
  public BuildFolder {
    path = path.toAbsolutePath(); // it is told to JVMs that work elsewhere
  }

  /// The learner's own classes and the tests of them. Only an IDE compiles them to this folder, and
  /// it does so each time they are saved.
  private static final String LEFT_OUT = "(.*/)?exercise/.*|_[^/]*/[^/]*Test(\\$[^/]*)?\\.class";

  /// The time of every entry of the jar, so that the same classes give the same jar.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String UNFINISHED = ".new";

  /// The folder that the classes of this JVM came from. Empty when they came from elsewhere.
  public static Optional<BuildFolder> here() {
    try {
      var classes = BuildFolder.class.getProtectionDomain().getCodeSource().getLocation();
      return Optional.of(new BuildFolder(Path.of(classes.toURI()).getParent()));
    } catch (URISyntaxException notEscaped) {
      return Optional.empty();
    }
  }

  Path jar() {
    return path.resolve("workbook.jar");
  }

  /// A jar of the [WorkerClasses].
  Path workerJar() {
    return path.resolve("worker.jar");
  }

  private Path classes() {
    return path.resolve("classes");
  }

  /// What the caches were made of beside the jar: a line for the JDK, and a line for the libraries.
  /// It is as old as the jar to the nanosecond, and tells by that which jar it belongs to.
  private Path origin() {
    return path.resolve("start-up.txt");
  }

  /// Where a file is written until it is whole.
  public static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  /// What the caches were made of beside the jars: the libraries, as on a class path.
  String libraries() throws IOException {
    return Files.readString(path.resolve("classpath.txt")).strip();
  }

  /// What the JDK says of itself in its folder, on one line.
  private static String jdk() throws IOException {
    return String.join("", Files.readAllLines(Path.of(System.getProperty("java.home"), "release")));
  }

  /// Whether there are caches, and the classes, the jar, the JDK and the libraries are those that
  /// they were made of.
  public boolean fits() {
    try {
      var made = Files.getLastModifiedTime(jar());
      return Files.getLastModifiedTime(origin()).equals(made)
          && Files.readAllLines(origin()).equals(List.of(jdk(), libraries()))
          && Files.exists(workerJar())
          && !hasNewerLibrary(made)
          && !hasNewerClass(made);
    } catch (IOException | UncheckedIOException | InvalidPathException incomplete) {
      return false;
    }
  }

  private boolean hasNewerLibrary(FileTime than) throws IOException {
    for (var library : libraries().split(File.pathSeparator)) {
      if (Files.getLastModifiedTime(Path.of(library)).compareTo(than) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNewerClass(FileTime than) throws IOException {
    var root = classes().toRealPath();
    try (var newer =
        Files.find(
            root,
            Integer.MAX_VALUE,
            (file, its) ->
                its.isRegularFile()
                    && its.lastModifiedTime().compareTo(than) > 0
                    && !nameIn(root, file).matches(LEFT_OUT))) {
      return newer.findAny().isPresent();
    }
  }

  static String nameIn(Path root, Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /// Makes the jars. From now on the caches do not fit, until others are [#accept]ed.
  public void makeJars() throws IOException {
    Files.deleteIfExists(origin());
    var began = FileTime.from(Instant.now()); // what is compiled meanwhile is newer
    var files = ofTheBook();
    var forWorker = new TreeMap<>(files);
    forWorker.keySet().removeIf(name -> !WorkerClasses.include(name));
    make(workerJar(), forWorker, began);
    make(jar(), files, began);
  }

  private static void make(Path jar, SortedMap<String, Path> files, FileTime time)
      throws IOException {
    var made = unfinished(jar);
    try (var out = Files.newOutputStream(made)) {
      write(files, out);
    }
    Files.setLastModifiedTime(made, time);
    Files.move(made, jar, ATOMIC_MOVE);
  }

  /// Writes a jar.
  ///
  /// @param files by the name that each has in it
  static void write(SortedMap<String, Path> files, OutputStream to) throws IOException {
    try (var out = new JarOutputStream(to)) {
      out.setLevel(Deflater.NO_COMPRESSION); // quicker to make and to read
      for (var file : files.entrySet()) {
        var entry = new JarEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        Files.copy(file.getValue(), out);
      }
    }
  }

  private SortedMap<String, Path> ofTheBook() throws IOException {
    try (var all = Files.walk(classes())) {
      var files = new TreeMap<String, Path>();
      all.filter(Files::isRegularFile).forEach(file -> files.put(nameIn(classes(), file), file));
      files.keySet().removeIf(name -> name.matches(LEFT_OUT));
      return files;
    }
  }

  /// Takes the caches that were made of the jar. From now on they fit.
  public void accept() throws IOException {
    for (var cache : AotCache.values()) {
      if (!Files.exists(unfinished(cache.in(this)))) {
        throw new IOException("Java made no " + cache.in(this) + ".");
      }
      Files.move(unfinished(cache.in(this)), cache.in(this), ATOMIC_MOVE);
    }
    var made = unfinished(origin());
    Files.writeString(made, jdk() + "\n" + libraries() + "\n", UTF_8);
    Files.setLastModifiedTime(made, Files.getLastModifiedTime(jar()));
    Files.move(made, origin(), ATOMIC_MOVE);
  }

  /// Leaves an empty file in place of each cache, which means: go without, and do not try again.
  public void giveUp() throws IOException {
    for (var cache : AotCache.values()) {
      Files.write(cache.in(this), new byte[0]);
    }
  }

  /// Deletes what was begun and will not be finished.
  public void clear() throws IOException {
    try (var all = Files.walk(path)) {
      var begun = all.filter(file -> nameIn(path, file).contains(UNFINISHED)).sorted().toList();
      for (var file : begun.reversed()) { // what is in a folder before the folder
        Files.deleteIfExists(file);
      }
    }
  }
}
