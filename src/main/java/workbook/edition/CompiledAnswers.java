package workbook.edition;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import workbook.compile.InMemoryFileManager;

/// The answers as class files, made in memory of their texts.
///
/// @param sources an answer's file, by the name of a class that is made of it, with slashes
/// @param methods what the methods of all of them do
record CompiledAnswers(Map<String, String> sources, TokenWindows methods) {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:class", "-nowarn", "-Xlint:none", "-parameters");

  /// Compiles them. Blocks until that is done, which may take a minute.
  ///
  /// @param size how many instructions in a row are the same, where one method is another
  /// @throws IOException when a file cannot be read, or one does not compile
  static CompiledAnswers of(Path home, CourseFiles course, int size) throws IOException {
    var named = new HashMap<String, String>();
    for (var answer : course.answers().keySet()) {
      if (answer.endsWith(".java")) {
        named.put(
            answer.replaceFirst("^(lessons|src/test/java)/", "").replace(".java", ""), answer);
      }
    }
    var sources = new HashMap<String, String>();
    var methods = new TokenWindows(size);
    var types = new TreeMap<String, List<ClassFileText>>(); // worked answers are named first
    for (var bytes : compile(home, course).values()) {
      var type = ClassFileText.of(bytes).orElseThrow();
      var source = named.get(type.name().replaceFirst("\\$.*", ""));
      if (source != null) {
        sources.put(type.name(), source);
        types.computeIfAbsent(source, _ -> new ArrayList<>()).add(type);
      }
    }
    types.forEach(
        (source, all) ->
            all.forEach(type -> methods.add(source, TokenWindows.tokens(type.text()))));
    forgetWhatTheLessonsDo(methods, home, sources);
    return new CompiledAnswers(sources, methods);
  }

  /// The answer of which a class is made; empty when it is another's.
  Optional<String> sourceOf(ClassFileText type) {
    var same = Optional.ofNullable(sources.get(type.name()));
    return same.isPresent() ? same : methods.sourceOf(TokenWindows.tokens(type.text()));
  }

  private static Map<String, byte[]> compile(Path home, CourseFiles course) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var problems = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        var memory = new InMemoryFileManager(files)) {
      files.setLocationFromPaths(
          StandardLocation.SOURCE_PATH,
          List.of(home.resolve("lessons"), home.resolve("src/test/java")));
      var texts =
          course.answers().entrySet().stream()
              .filter(answer -> answer.getKey().endsWith(".java"))
              .map(Map.Entry::getValue)
              .toList();
      var sources = files.getJavaFileObjectsFromPaths(texts);
      if (!compiler.getTask(problems, memory, null, OPTIONS, null, sources).call()) {
        throw new IOException(
            "The answers of this book don't compile: "
                + problems.toString().lines().findFirst().orElse(""));
      }
      return memory.classes();
    }
  }

  private static void forgetWhatTheLessonsDo(
      TokenWindows methods, Path home, Map<String, String> answers) throws IOException {
    var classes = home.resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      return;
    }
    try (var all = Files.walk(classes.toRealPath())) {
      all.filter(file -> file.toString().endsWith(".class") && Files.isRegularFile(file))
          .map(CompiledAnswers::read)
          .flatMap(bytes -> ClassFileText.of(bytes).stream())
          .filter(type -> type.name().startsWith("_") && !answers.containsKey(type.name()))
          .filter(type -> !type.name().contains("/exercise/"))
          .forEach(type -> methods.remove(TokenWindows.tokens(type.text())));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
