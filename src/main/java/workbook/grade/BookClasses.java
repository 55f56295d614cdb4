package workbook.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.Exercise;

/// The classes of the book that a graded test needs: the contract, what the test uses, and what
/// those use in turn. Where the answer runs there are no others: no worked solution and no other
/// test.
///
/// Names are those of class files: with slashes.
final class BookClasses {
  private static final List<String> SOURCE_FOLDERS = List.of("lessons", "src/main/java");

  /// What the explorer rewrites of itself. It is there anyway, but its text is wanted in traces.
  private static final String REWRITTEN = "workbook/explore/calls/";

  /// The class in a descriptor or in a generic signature.
  private static final Pattern DESCRIPTOR = Pattern.compile("L([^;<>:.()\\[]+)[;<]");

  private final Exercise exercise;
  private final Path home;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, byte[]> classes = new HashMap<>();
  private final Map<String, byte[]> sources = new HashMap<>();

  /// Finds them. Blocks until their files are read.
  ///
  /// @param home the folder that holds `lessons/`
  /// @param compiled the answer and its test, by name with dots
  BookClasses(Exercise exercise, Path home, Map<String, byte[]> compiled) {
    this.exercise = exercise;
    this.home = home;
    var left = new ArrayDeque<String>();
    left.add(slashed(exercise.contract().getName()));
    compiled.forEach(
        (name, bytes) -> {
          if (!isOfAnswer(slashed(name))) {
            references(bytes).forEach(left::add);
          }
        });
    while (!left.isEmpty()) {
      add(left.remove()).ifPresent(bytes -> references(bytes).forEach(left::add));
    }
  }

  /// Class files by name with dots.
  Map<String, byte[]> classes() {
    return classes;
  }

  /// Texts by path, for example `_03_races/Counter.java`.
  Map<String, byte[]> sources() {
    return sources;
  }

  /// Classes that the answer uses and that are not there, with dots.
  ///
  /// @param compiled the answer and its test, by name with dots
  List<String> missing(Map<String, byte[]> compiled) {
    return compiled.entrySet().stream()
        .filter(one -> isOfAnswer(slashed(one.getKey())))
        .flatMap(one -> references(one.getValue()))
        .filter(name -> isOfBook(name) && !compiled.containsKey(dotted(name)))
        .filter(name -> !classes.containsKey(dotted(name)) && classFile(name).isPresent())
        .map(name -> dotted(outermost(name)))
        .distinct()
        .sorted()
        .toList();
  }

  /// @return its class file when it is new and must be looked into
  private Optional<byte[]> add(String name) {
    var machine = name.startsWith(REWRITTEN);
    if (isOfAnswer(name) || !machine && !isOfBook(name) || !seen.add(name)) {
      return Optional.empty();
    }
    var bytes = classFile(name);
    if (bytes.isPresent()) {
      addSource(path(name));
      if (!machine) {
        classes.put(dotted(name), bytes.get());
      }
    }
    return bytes;
  }

  private void addSource(String path) {
    for (var folder : SOURCE_FOLDERS) {
      var file = home.resolve(folder).resolve(path);
      if (Files.isRegularFile(file)) {
        try {
          sources.put(path, Files.readAllBytes(file));
          return;
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
  }

  private Optional<byte[]> classFile(String name) {
    var loader = exercise.contract().getClassLoader();
    try (var in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Whether a room of the book holds it. Their names begin with an underscore.
  private boolean isOfBook(String name) {
    return name.startsWith("_") || name.startsWith(exercise.room() + "/");
  }

  private boolean isOfAnswer(String name) {
    return name.startsWith(exercise.room() + "/exercise/");
  }

  /// All classes that a class file names.
  private static Stream<String> references(byte[] classFile) {
    var names = new TreeSet<String>();
    for (var entry : ClassFile.of().parse(classFile).constantPool()) {
      names(entry).forEach(names::add);
    }
    return names.stream();
  }

  private static Stream<String> names(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type when !type.asInternalName().startsWith("[") ->
          Stream.of(type.asInternalName());
      case Utf8Entry text ->
          DESCRIPTOR.matcher(text.stringValue()).results().map(found -> found.group(1));
      default -> Stream.empty();
    };
  }

  /// Where the text of a class lies below a source folder.
  private static String path(String name) {
    return outermost(name) + ".java";
  }

  private static String outermost(String name) {
    var nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static String dotted(String name) {
    return name.replace('/', '.');
  }

  private static String slashed(String name) {
    return name.replace('.', '/');
  }
}
