package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.edition.CourseFiles;

/// A student edition of this very book. (A student edition has no such test.)
@Tag("fast")
class StudentEditionTest {
  private static final Path BOOK = Path.of("");
  private static final Pattern DESCRIBED = Pattern.compile("L([\\w/]+)[\\w/$]*;");

  @TempDir Path folder;

  @Test
  void noFileOfTheBookGivesAnAnswerAway() throws Exception {
    assertTrue(Files.exists(Path.of("lessons/_03_races/solution/Tally.java")));
    var out = folder.resolve("course");
    new StudentEdition(BOOK, List.of()).write(out);
    assertFalse(Files.exists(out.resolve("lessons/_03_races/solution")));
    assertTrue(Files.exists(out.resolve("lessons/_03_races/stub/Tally.java")));
  }

  @Test
  void whereNothingCanBeCreatedThatIsTheReason() {
    assumeTrue(Files.isWritable(Path.of("/proc")), "only root may try to write in /proc");
    var edition = new StudentEdition(BOOK, List.of());
    var refused =
        assertThrows(CommandException.class, () -> edition.write(Path.of("/proc/course")));
    assertEquals("No folder can be created in /proc. Name another one.", refused.getMessage());
  }

  /// Whoever adds one to them takes it from students.
  @Test
  void onlyTestsThatNeedAnswersAreLeftOut() throws Exception {
    var course = CourseFiles.of(BOOK, Set.of());
    var names = course.tests().keySet().stream().map(name -> name.replaceFirst(".*/", "")).toList();
    assertTrue(
        names.containsAll(
            List.of("Answers.java", "ExercisesTest.java", "StudentEditionTest.java")));
    assertTrue(names.size() < 30, names::toString);
    assertTrue(course.kept().containsKey("src/test/java/workbook/ArchitectureTest.java"));
  }

  /// So its tests compile where these are missing, as the compiled ones tell.
  @Test
  void noTestThatIsKeptUsesWhatIsLeftOut() throws Exception {
    var course = CourseFiles.of(BOOK, Set.of());
    var leftOut = new TreeSet<String>();
    for (var files : List.of(course.answers(), course.tests())) {
      files.keySet().stream()
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replaceFirst("^(src/test/java|lessons)/", "").replace(".java", ""))
          .forEach(leftOut::add);
    }
    var compiled = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    var wrong = new TreeSet<String>();
    try (var all = Files.walk(compiled)) {
      for (var file : all.filter(one -> one.toString().endsWith(".class")).toList()) {
        var type = outermost(compiled.relativize(file).toString().replace('\\', '/'));
        if (!leftOut.contains(type)) {
          usedBy(file).filter(leftOut::contains).forEach(used -> wrong.add(type + " uses " + used));
        }
      }
    }
    assertEquals(Set.of(), wrong, "CourseFiles must leave these out, too");
    var here = compiled.resolve("workbook/usecase/StudentEditionTest.class");
    assertTrue(usedBy(here).anyMatch("workbook/edition/CourseFiles"::equals));
  }

  private static String outermost(String name) {
    return name.replaceFirst("(\\$.*)?(\\.class)?$", "");
  }

  /// The classes that a class file names, and those in the types of what it calls.
  private static Stream<String> usedBy(Path file) throws IOException {
    var names = new ArrayList<String>();
    for (var entry : ClassFile.of().parse(file).constantPool()) {
      if (entry instanceof ClassEntry type) {
        names.add(outermost(type.asInternalName()));
      } else if (entry instanceof Utf8Entry text) {
        DESCRIBED
            .matcher(text.stringValue())
            .results()
            .map(one -> one.group(1))
            .forEach(names::add);
      }
    }
    return names.stream().distinct();
  }

  @Test
  void theBookIsBuiltWithoutTheLearnersFiles() throws Exception {
    var needy =
        CourseFiles.of(BOOK, Set.of()).kept().entrySet().stream()
            .filter(file -> file.getKey().matches("lessons/[^/]+/(?!\\w+Test\\.).*\\.java"))
            .filter(file -> read(file.getValue()).matches("(?s).*\\bimport _\\w+\\.exercise\\..*"))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), needy, "find the learner's class by its name, as CounterProgram does");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
