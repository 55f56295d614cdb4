package workbook.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A person's own Java files, compiled. None of it has run.
///
/// @param loader loads the classes
/// @param types the names, with dots, of those that the named files declare, nested ones too, in
///   the order of the alphabet
public record CompiledFiles(ClassLoader loader, List<String> types) {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:class", "-g", "-parameters", "-Xlint:none");

  /// Bytes of the largest file that is read; 10,000 lines have about half of it.
  private static final int LARGEST = 1 << 20;

  /// Files of a folder that are compiled; more are no exercise.
  private static final int MOST_FILES = 1_000;

  /// Has no program; the others are compiled as if it were not there.
  private static final Path MODULE = Path.of("module-info.java");

  /// Why files could not be compiled.
  public static final class CompilationException extends Exception {
    private final transient List<SourceDiagnostic> diagnostics;

    CompilationException(List<SourceDiagnostic> diagnostics) {
      super(diagnostics.getFirst().says());
      this.diagnostics = List.copyOf(diagnostics);
    }

    /// What to mend, the first of it first; at least one.
    public List<SourceDiagnostic> diagnostics() {
      return diagnostics;
    }
  }

  /// Compiles a file, with those it needs of its folder, or all files of a folder and the folders
  /// in it. Blocks until that is done, or has used 20 seconds of processor time.
  ///
  /// @param from a Java file or a folder
  /// @param classPath jars and folders of classes that the files use
  /// @throws CompilationException when there is something to mend
  public static CompiledFiles compile(Path from, List<Path> classPath)
      throws CompilationException, InterruptedException {
    return compile(from, classPath, List.of());
  }

  /// Likewise, with more classes of its folder, which it need not use.
  ///
  /// @param more with their package or without that of the file; nothing happens for a name that
  ///   has no class
  public static CompiledFiles compile(Path from, List<Path> classPath, List<String> more)
      throws CompilationException, InterruptedException {
    var texts = read(from);
    try {
      return CompilerThread.call(() -> compile(texts, classPath, more)).orThrow();
    } catch (CompilerThread.GaveUpException gaveUp) {
      throw refused(from, gaveUp.getMessage());
    }
  }

  /// A class that was compiled elsewhere. Loads nothing of it.
  ///
  /// @param type with dots
  /// @param classPath jars and folders of classes; the class is there
  public static CompiledFiles loaded(String type, List<Path> classPath) {
    return new CompiledFiles(
        new CompiledLoader(Map.of(), sources(classPath), classPath), List.of(type));
  }

  /// Where the texts may be: beside the classes, or where Maven has them.
  private static List<Path> sources(List<Path> classPath) {
    var folders = new ArrayList<>(classPath);
    for (var entry : classPath) {
      var project = entry.toAbsolutePath().resolve("../..").normalize();
      folders.add(project.resolve("src/main/java"));
      folders.add(project.resolve("src/test/java"));
    }
    return folders;
  }

  /// What the compiler came to, told on the thread of the compiler.
  private record Compilation(CompiledFiles files, List<SourceDiagnostic> diagnostics) {
    CompiledFiles orThrow() throws CompilationException {
      if (!diagnostics.isEmpty()) {
        throw new CompilationException(diagnostics);
      }
      return files;
    }
  }

  private static CompilationException refused(Path file, String says) {
    return new CompilationException(List.of(SourceDiagnostic.about(file.toString(), says)));
  }

  private static Map<Path, String> read(Path from) throws CompilationException {
    var texts = new TreeMap<Path, String>();
    for (var file : files(from)) {
      var source = SourceText.read(file, "Main.java", LARGEST, "explore a part of it");
      if (source.diagnostic().isPresent()) {
        throw new CompilationException(List.of(source.diagnostic().get()));
      }
      texts.put(file, source.text());
    }
    return texts;
  }

  private static List<Path> files(Path from) throws CompilationException {
    if (from.endsWith(MODULE)) {
      throw refused(from, "This file declares a module. Name one that has a program.");
    }
    if (!Files.isDirectory(from)) {
      return List.of(from);
    }
    try (Stream<Path> all = Files.walk(from)) {
      var files =
          all.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
              .filter(file -> !file.endsWith(MODULE))
              .limit(MOST_FILES + 1)
              .toList();
      if (files.isEmpty()) {
        throw refused(from, "This folder has no Java file in it.");
      }
      if (files.size() > MOST_FILES) {
        throw refused(
            from, "This folder has more than %,d Java files in it.".formatted(MOST_FILES));
      }
      return files;
    } catch (IOException | UncheckedIOException unreadable) {
      throw refused(from, "This folder cannot be read. Check its permissions.");
    }
  }

  private static Compilation compile(
      Map<Path, String> texts, List<Path> classPath, List<String> more) {
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var files = javac.getStandardFileManager(null, Locale.ENGLISH, UTF_8)) {
      return compile(javac, files, texts, classPath, more);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Compilation compile(
      JavaCompiler javac,
      StandardJavaFileManager files,
      Map<Path, String> texts,
      List<Path> classPath,
      List<String> more)
      throws IOException {
    var told = new DiagnosticCollector<JavaFileObject>();
    var out = new InMemoryFileManager(files);
    var sources = new ArrayList<InMemoryFileManager.Source>();
    texts.forEach((file, text) -> sources.add(new InMemoryFileManager.Source(file, text)));
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, withOwn(files, classPath));
    var task = (JavacTask) javac.getTask(Writer.nullWriter(), out, told, OPTIONS, null, sources);
    var folders = new LinkedHashSet<Path>();
    var declared = new HashSet<String>();
    var packages = new LinkedHashSet<>(List.of(""));
    for (var unit : task.parse()) {
      packages.add(before(unit));
      folders.add(folder(unit));
      declared.addAll(types(unit));
    }
    if (texts.size() == 1) {
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, folders);
    }
    for (var name : more) { // to look for a class is to compile it
      packages.forEach(before -> task.getElements().getTypeElement(before + name));
    }
    task.analyze();
    task.generate();
    var wrong = CompilerDiagnostics.of(told, texts);
    var loader = new CompiledLoader(out.classes(), List.copyOf(folders), classPath);
    var types =
        out.classes().keySet().stream()
            .filter(type -> declared.contains(type.replaceFirst("\\$.*", "")))
            .sorted()
            .toList();
    return new Compilation(new CompiledFiles(loader, types), wrong);
  }

  /// The names of the classes that a file declares, without those nested in them.
  private static List<String> types(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(type -> before(unit) + ((ClassTree) type).getSimpleName())
        .toList();
  }

  /// What the names of its classes begin with.
  private static String before(CompilationUnitTree unit) {
    return unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
  }

  private static List<Path> withOwn(StandardJavaFileManager files, List<Path> classPath) {
    var all = new ArrayList<>(classPath);
    files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(all::add);
    return all;
  }

  /// The folder that holds the file's package: the one above it for each part of its name, where
  /// the folders are called so.
  private static Path folder(CompilationUnitTree unit) {
    var file = Path.of(unit.getSourceFile().toUri());
    var folder = file.getParent();
    var name = Optional.ofNullable(unit.getPackageName()).map(Object::toString).orElse("");
    if (name.isEmpty()) {
      return folder;
    }
    var path = Path.of(name.replace('.', '/'));
    if (!folder.endsWith(path)) {
      return folder;
    }
    for (var parts = path.getNameCount(); parts > 0; parts--) {
      folder = folder.getParent();
    }
    return folder;
  }
}
