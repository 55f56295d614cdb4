package workbook.edition;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import workbook.Exercise;

/// The files of a book, told apart: those that students get, those that solve an exercise, and the
/// tests that need these.
///
/// @param kept what students get, by its name below the book, with slashes
/// @param answers worked answers, their comparisons, alternatives, traps, and lists of mutants
/// @param tests what is left out because it needs an answer
public record CourseFiles(
    SortedMap<String, Path> kept, SortedMap<String, Path> answers, SortedMap<String, Path> tests) {
  /// What a book consists of. What else lies beside them is the instructor's own.
  private static final List<String> ROOTS =
      List.of(
          ".ci",
          ".devcontainer",
          ".gitattributes",
          ".github",
          ".gitignore",
          ".mvn",
          "LICENSE",
          "README.md",
          "lessons",
          "notebooks",
          "pom.xml",
          "src");

  private static final Pattern ANSWER =
      Pattern.compile(
          "lessons/[^/]+/solution/.*"
              + "|src/test/java/.*/(traps|alternatives)/.*"
              + "|src/test/resources/mutants/.*");

  /// The learner's own files; what an editor or a system leaves; the benchmarks, which time the
  /// worked answers; and a program of theirs that is a bounded buffer.
  private static final Pattern NOBODYS =
      Pattern.compile(
          "lessons/[^/]+/exercise/.*"
              + "|[^/]*/(.*/)?\\.[^/]*"
              + "|.*(~|\\.class|\\.draft|\\.orig|\\.rej|\\.swp)"
              + "|src/jmh/.*"
              + "|src/test/java/programs/Buffer22\\.java");

  private static final Pattern TEST = Pattern.compile("src/test/java/.*/([^/]+)\\.java");

  /// How a test reaches an answer by itself. Others reach it through a class that is left out.
  private static final Pattern NEEDS_ANSWERS =
      Pattern.compile(
          "\\b_\\d\\d_\\w+[./](solution|traps|alternatives)\\b"
              + "|\\bexercise\\.solution\\(\\)"
              + "|\"mutants\\b");

  /// Looks through a book.
  ///
  /// @param released the exercises whose worked answers students get, too
  /// @throws IOException when a file cannot be read
  public static CourseFiles of(Path home, Set<Exercise> released) throws IOException {
    var kept = new TreeMap<String, Path>();
    var answers = new TreeMap<String, Path>();
    for (var root : ROOTS) {
      if (Files.exists(home.resolve(root))) {
        for (var file : below(home.resolve(root).toRealPath())) {
          var name = nameOf(root, home.resolve(root).toRealPath(), file);
          if (ANSWER.matcher(name).matches() && !isReleased(name, released)) {
            answers.put(name, file);
          } else if (!NOBODYS.matcher(name).matches()) {
            kept.put(name, file);
          }
        }
      }
    }
    return new CourseFiles(kept, answers, takeThoseThatNeedAnswers(kept));
  }

  /// The text of a file.
  ///
  /// @throws IOException when it cannot be read, or is no text
  static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException binary) {
      throw new IOException(file + " is not UTF-8.", binary);
    }
  }

  /// Whether a name is one where answers are.
  static boolean isPlaceOfAnswer(String name, Set<Exercise> released) {
    return ANSWER.matcher(name).matches() && !isReleased(name, released);
  }

  private static boolean isReleased(String name, Set<Exercise> released) {
    return released.stream()
        .anyMatch(
            exercise ->
                name.matches("lessons/" + exercise.solution().replace('.', '/') + "\\.(java|md)"));
  }

  private static List<Path> below(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String nameOf(String root, Path folder, Path file) {
    var rest = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    return rest.isEmpty() ? root : root + "/" + rest;
  }

  /// Moves the tests that need an answer, and those that need these, out of what is kept.
  private static SortedMap<String, Path> takeThoseThatNeedAnswers(SortedMap<String, Path> kept)
      throws IOException {
    var code = new TreeMap<String, String>();
    for (var file : kept.entrySet()) {
      if (TEST.matcher(file.getKey()).matches()) {
        code.put(file.getKey(), JavaCode.uncommented(text(file.getValue())));
      }
    }
    var taken = new TreeMap<String, Path>();
    var needs = NEEDS_ANSWERS;
    while (true) {
      var found = new ArrayList<String>();
      for (var test : code.entrySet()) {
        if (needs.matcher(test.getValue()).find()) {
          found.add(test.getKey());
        }
      }
      if (found.isEmpty()) {
        return taken;
      }
      for (var name : found) {
        code.remove(name);
        taken.put(name, kept.remove(name));
      }
      var names = found.stream().map(CourseFiles::typeOf).toList();
      needs = Pattern.compile("\\b(" + String.join("|", names) + ")\\b");
    }
  }

  private static String typeOf(String test) {
    return TEST.matcher(test).replaceFirst("$1");
  }
}
