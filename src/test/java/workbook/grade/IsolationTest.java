package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.grade.worker.TestOutcome;

/// What an answer finds of the book: its contract, and nothing that solves the exercise for it.
@Tag("slow")
class IsolationTest {
  private static final String SOLUTION = "_03_races.solution.Tally";

  @TempDir private Path home;
  private OwnExercise own;

  @BeforeEach
  void makeAnExercise() throws IOException {
    own = new OwnExercise(home, OwnExercise.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Class.forName(\"" + SOLUTION + "\")",
        "ClassLoader.getSystemClassLoader().loadClass(\"" + SOLUTION + "\")",
        "Thread.currentThread().getContextClassLoader().loadClass(\"" + SOLUTION + "\")"
      })
  void noOtherClassOfTheBookCanBeLoaded(String code) throws Exception {
    var scored = own.marked(HostileSource.whoseAddDoes(code));
    var outcome = scored.results().getFirst().outcome();
    var fail = assertInstanceOf(TestOutcome.Fail.class, outcome, outcome::toString);
    assertTrue(fail.what().contains("ClassNotFoundException: " + SOLUTION), fail.what());
  }

  @Test
  void anAnswerThatUsesAnotherClassOfTheBookIsRefused() throws Exception {
    var text = HostileSource.whoseAddDoes("new " + SOLUTION + "().add(amount)");
    var rejected = assertInstanceOf(GradingResult.Rejected.class, own.check(text));
    var diagnostic = rejected.diagnostics().getFirst();
    assertEquals(
        "An answer may not use " + SOLUTION + ". Of the book, it may use Total and what that uses.",
        diagnostic.says());
    assertTrue(diagnostic.text().contains(SOLUTION), diagnostic::toString);
    assertEquals(1, rejected.diagnostics().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.tools.ToolProvider.getSystemJavaCompiler()",
        "new java.net.URLClassLoader(new java.net.URL[0])",
        "java.lang.invoke.MethodHandles.lookup().defineClass(KEPT.get(0))",
        "java.lang.invoke.MethodHandles.lookup().defineHiddenClass(KEPT.get(0), true)",
        "new ClassLoader() {}.getParent()",
        "jdk.jshell.JShell.create()"
      })
  void anAnswerThatLoadsOtherAnswersIsRefused(String code) throws Exception {
    var text =
        HostileSource.whoseAddDoes(
            "try { if (amount == 7) throw new IllegalAccessException(); %s; } catch (IllegalAccessException e) {}"
                .formatted(code));
    var rejected = assertInstanceOf(GradingResult.Rejected.class, own.check(text));
    assertTrue(
        rejected.diagnostics().getFirst().says().startsWith("An answer is one file: it may not"),
        rejected::toString);
  }

  @Test
  void nothingOfTheBookIsOnTheClassPathOrInTheWorkingFolder() throws Exception {
    var code =
        """
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
          new java.util.jar.JarFile(entry).stream().map(Object::toString)
              .filter(name -> name.matches("(_|book/).*"))
              .forEach(System.out::println);
        }
        for (var file : new File("").getAbsoluteFile().list()) {
          if (!file.equals("worker.jar")) System.out.println(file);
        }
        System.out.println(System.getProperty("workbook.home"))
        """;
    var scored = own.marked(HostileSource.whoseAddDoes(code));
    var printed = scored.results().getFirst().printed().lines().distinct().toList();
    assertEquals(List.of("null"), printed);
  }
}
