package workbook.grade;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CompiledTestsTest {
  private static final Path FILE = Path.of("Own.java");

  /// Where it is compiled, much depends on what it sees of `Own`.
  private static final String TEST =
      """
      package programs;

      import programs.exercise.Own;

      class OwnTest {
        private final Own own = new Own();

        Object looks() throws Exception {
          own.add(1);
          own.add('1');
          var most = own.MOST;
          return most + own.total() + (own instanceof Runnable ? 1 : 0);
        }
      }
      """;

  private static final String BODY =
      """
        public void add(int amount) {
          total += amount;
        }

        public int total() {
          return total;
        }
      }
      """;

  private static final String BEGINNING =
      """
      package programs.exercise;

      import programs.Total;

      public class Own implements Total {
        private int total;
      """;

  private static final String PLAIN = BEGINNING + "public final int MOST = 9;" + BODY;

  /// Each differs from the first in one thing.
  private static final List<String> ANSWERS =
      List.of(
          PLAIN,
          PLAIN.replace("total += amount", "total = total + amount"),
          PLAIN.replace("void add", "synchronized void add"),
          PLAIN.replace("private int total", "private volatile int total, more"),
          PLAIN.replace("= 9", "= 10"),
          PLAIN.replace("final int MOST = 9", "final int MOST = Integer.parseInt(\"9\")"),
          PLAIN.replace("final int MOST", "static final int MOST"),
          PLAIN.replace("final int MOST = 9", "static int MOST = 9"),
          PLAIN.replace("final int MOST", "final long MOST"),
          PLAIN.replace("class Own", "final class Own"),
          PLAIN.replace("public void add", "public void add(char letter) {}\npublic void add"),
          PLAIN.replace("public void add", "void add(char letter) {}\npublic void add"),
          PLAIN.replace("public void add", "private void add(char letter) {}\npublic void add"),
          PLAIN.replace("public int total", "private class In {}\npublic int total"),
          PLAIN
              .replace("implements Total", "implements Total, Runnable")
              .replace("public int total", "public void run() {}\npublic int total"),
          PLAIN.replace("int total()", "int sum()"),
          PLAIN.replace("MOST", "LEAST"),
          PLAIN.replace("total += amount", "total += amounts"),
          PLAIN.replace("return total;", "return total"),
          PLAIN);

  private static Map<String, String> classes(Compiler.Compiled made) {
    return made.submission().classes().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, one -> HexFormat.of().formatHex(one.getValue())));
  }

  @Test
  void whatIsKnownOfATestMakesNoDifference() throws InterruptedException {
    try (var compiler = new Compiler(Path.of(""), true)) {
      var plain = compiler.compile(OwnExercise.EXERCISE, PLAIN, FILE, TEST);
      for (var other : ANSWERS) {
        var whole = compiler.compile(OwnExercise.EXERCISE, other, FILE, TEST);
        var tests = new CompiledTests();
        assertSame(plain, tests.compile(compiler, OwnExercise.EXERCISE, PLAIN, FILE, TEST), "");
        assertSame(whole, tests.compile(compiler, OwnExercise.EXERCISE, other, FILE, TEST), other);
        assertSame(plain, tests.compile(compiler, OwnExercise.EXERCISE, PLAIN, FILE, TEST), other);
      }
    }
  }

  private static void assertSame(Compiler.Compiled expected, Compiler.Compiled made, String after) {
    assertEquals(expected.diagnostics(), made.diagnostics(), after);
    assertEquals(classes(expected), classes(made), after);
  }

  @Test
  void aTestIsCompiledOnceForAllWithTheSameFace() throws InterruptedException {
    try (var compiler = new Compiler(Path.of(""), true)) {
      var tests = new CompiledTests();
      var first = tests.compile(compiler, OwnExercise.EXERCISE, ANSWERS.get(0), FILE, TEST);
      var next = tests.compile(compiler, OwnExercise.EXERCISE, ANSWERS.get(1), FILE, TEST);
      var name = "programs.OwnTest";
      assertTrue(first.submission().classes().get(name) == next.submission().classes().get(name));
      var other = TEST.replace("own.add(1)", "own.add(2)");
      var changed = tests.compile(compiler, OwnExercise.EXERCISE, ANSWERS.get(1), FILE, other);
      assertSame(
          compiler.compile(OwnExercise.EXERCISE, ANSWERS.get(1), FILE, other), changed, other);
    }
  }
}
