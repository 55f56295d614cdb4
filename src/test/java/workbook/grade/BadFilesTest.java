package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.compile.SourceDiagnostic;
import workbook.process.JavaProcess;

/// Files that cannot be graded, and the one sentence that says what to mend.
@Tag("slow")
class BadFilesTest {
  private static final String GOOD =
      """
      package programs.exercise;

      public class Own implements programs.Total {
        private int total;

        public synchronized void add(int amount) {
          total += amount;
        }

        public synchronized int total() {
          return total;
        }
      }
      """;

  @TempDir private Path home;
  private OwnExercise own;

  @BeforeEach
  void makeAnExercise() throws IOException {
    own = new OwnExercise(home, TestLimits.DEFAULT);
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() throws Exception {
    assertTrue(own.marked("\ufeff" + GOOD.replace("\n", "\r\n")).passed());
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    assertComplaint(0, "There is no such file.", check(home.resolve("None.java")));
    assertComplaint(0, "This is a folder; name the file in it, Own.java.", check(home));
    assertComplaint(
        0, "This is not a regular file. Name a Java file.", check(Path.of("/dev/null")));
    assertComplaint(0, "This file is empty.", check(" \n".getBytes(UTF_8)));
    assertComplaint(
        0, "This file is saved as UTF-16; save it as UTF-8.", check(GOOD.getBytes(UTF_16)));
    assertComplaint(
        3,
        "This line holds a NUL character; delete it.",
        check(GOOD.replace("Own", "O\0wn").getBytes(UTF_8)));
    assertComplaint(
        0,
        "This file is larger than 262,144 bytes; an answer is much shorter.",
        check(new byte[300_000]));
    var latin = (GOOD + "// \u00e4").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertComplaint(14, "This line is not UTF-8; save the file as UTF-8.", check(latin));
  }

  @Test
  void aFileOfAnotherPlaceIsRefused() throws Exception {
    assertComplaint(
        1,
        "Own belongs in the package programs.exercise, not programs.stub.",
        check(GOOD.replace("programs.exercise", "programs.stub")));
    assertComplaint(
        0,
        "The first line must be `package programs.exercise;`.",
        check(GOOD.replace("package programs.exercise;", "")));
    assertComplaint(
        3,
        "The tests look for a class called Own, and this one is called Won: rename it.",
        check(GOOD.replace("class Own", "class Won")));
    assertComplaint(
        0, "There must be a class Own in this file.", check("package programs.exercise;"));
  }

  @Test
  void whatTheClassLacksIsSaid() throws Exception {
    assertComplaint(
        3,
        "Own lacks the method total(), which Total promises.",
        check(GOOD.replace("int total()", "int sum()")));
    assertComplaint(
        14, "Only Own may be public in this file.", check(GOOD + "public class Two {}\n"));
    assertComplaint(
        0,
        "The graded tests contain `private final Total own = new Own();`, which does not compile"
            + " with this class: incompatible types: Own cannot be converted to Total",
        check(GOOD.replace("implements programs.Total ", "")));
    var needsNumber =
        GOOD.replace("private int total;", "Own(int total) { this.total = total; } int total;");
    assertTrue(complaint(check(needsNumber)).says().contains("constructor Own"));
  }

  @Test
  void aClassThatIsNotPublicIsSaid() throws Exception {
    var result = check(GOOD.replace("public class Own", "class Own"));
    assertComplaint(
        3, "Own is not public, so the tests cannot use it: write `public` in front of it.", result);
    assertEquals(1, complaints(result).size(), result.toString());
  }

  @Test
  void aClassThatWasRenamedIsSaidOnce() throws Exception {
    var result = check(GOOD.replace("class Own", "class Won") + "class Helper {}\n");
    assertEquals(1, complaints(result).size(), result.toString());
    var beside =
        Files.writeString(home.resolve("Won.java"), GOOD.replace("class Own", "class Won"));
    assertComplaint(
        3,
        "The tests look for a class called Own, and this one is called Won: rename it.",
        check(beside));
    assertTrue(own.marked(GOOD).passed(), "a file may be called as one likes");
  }

  @Test
  void aClassInAnotherFileIsSaidOnceAndWhereItMustGo() throws Exception {
    Files.writeString(
        home.resolve("Sum.java"),
        "package programs.exercise;\n\npublic class Sum { static int of(int a) { return a; } }\n");
    var says =
        "Sum is in another file, and an answer is one file: move the class Sum into Own.java, below"
            + " Own and without `public`.";
    var result = check(GOOD.replace("+= amount", "+= Sum.of(amount) + Sum.of(0)"));
    assertComplaint(7, says, result);
    assertEquals(1, complaints(result).size(), result.toString());
    assertComplaint(4, says, check(GOOD.replace("private int total;", "Sum sum; int total;")));
    Files.delete(home.resolve("Sum.java"));
    assertComplaint(
        4,
        "cannot find symbol; symbol: class Sum; location: class Own",
        check(GOOD.replace("private int total;", "Sum sum; int total;")));
  }

  /// The graded tests call a method that is not there; it is enough to hear that once.
  @Test
  void whatOnlyFollowsFromAMistakeIsNotTold() throws Exception {
    var result = check(GOOD.replace("int total()", "int sum()"));
    var told = assertInstanceOf(GradingResult.Rejected.class, result).diagnostics();
    assertEquals(
        List.of("Own.java"),
        told.stream().map(SourceDiagnostic::file).distinct().toList(),
        told.toString());
    assertTrue(told.stream().noneMatch(one -> one.says().contains("graded tests")), told::toString);
  }

  @Test
  void theLineOfAMistakeIsShown() throws Exception {
    var diagnostic = complaint(check(GOOD.replace("+= amount", "+= amont").replace("\n", "\r\n")));
    assertEquals(
        "cannot find symbol; symbol: variable amont; location: class Own", diagnostic.says());
    assertEquals(7, diagnostic.line());
    assertEquals("    total += amont;", diagnostic.text());
    assertEquals('a', diagnostic.text().charAt(diagnostic.column() - 1));
  }

  @Test
  void theCompilerSurvivesWhatIsNestedTooDeep() throws Exception {
    var brackets = "int deep = " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ";";
    assertComplaint(
        4,
        "More than 200 brackets are open here; close some.",
        check(GOOD.replace("private int total;", brackets + " int total;")));
    var negations = "boolean deep = " + "!".repeat(100_000) + "true;";
    assertComplaint(
        0,
        "The compiler gave up on this file: something is nested too deep.",
        check(GOOD.replace("private int total;", negations + " int total;")));
  }

  /// A text whose compiler has to write ten to the power of twelve letters, in a JVM with little
  /// memory.
  @Test
  void theCompilerSurvivesAConstantThatFillsTheMemory() throws Exception {
    var constants = new StringBuilder("static final String A0 = \"0123456789\"");
    for (var i = 1; i < 12; i++) {
      var longer = String.join(" + ", Collections.nCopies(10, "A" + (i - 1)));
      constants.append(", A%d = %s".formatted(i, longer));
    }
    var text = GOOD.replace("private int total;", constants + "; private int total;");
    Files.writeString(WorkerGrader.file(home, OwnExercise.EXERCISE), text);
    var grading = JavaProcess.builder(OwnExercise.class, home.toString());
    grading.command().add(1, "-Xmx64m");
    var process = grading.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    var gaveUp = "The compiler gave up on this file: it needs too much memory.";
    assertTrue(said.contains(gaveUp), said);
  }

  @Test
  void theFileIsOnlyRead() throws Exception {
    var file = Files.writeString(home.resolve("Own.java"), "\ufeff" + GOOD);
    var before = Files.readAllBytes(file);
    assertTrue(file.toFile().setReadOnly());
    check(file);
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  private GradingResult check(String text) throws Exception {
    return check(text.getBytes(UTF_8));
  }

  private GradingResult check(byte[] content) throws Exception {
    return check(Files.write(home.resolve("Own.java"), content));
  }

  private GradingResult check(Path file) throws Exception {
    return own.check(file);
  }

  private static SourceDiagnostic complaint(GradingResult result) {
    return complaints(result).getFirst();
  }

  private static List<SourceDiagnostic> complaints(GradingResult result) {
    return assertInstanceOf(GradingResult.Rejected.class, result).diagnostics();
  }

  private static void assertComplaint(int line, String says, GradingResult result) {
    assertEquals(says, complaint(result).says());
    assertEquals(line, complaint(result).line());
  }
}
