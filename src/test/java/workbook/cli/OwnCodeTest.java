package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.json.Schema;
import workbook.usecase.ExitCode;

/// `explore FILE.java`: anybody's own code, whatever it begins with.
@Tag("slow")
class OwnCodeTest {
  private static final String REPLAY = "Again:     workbook ";

  /// Loses an update when one thread is stopped.
  private static final String COUNT =
      """
      int count;

      void addOne() {
        int old = count;
        count = old + 1;
      }
      """;

  private static final String RACE =
      """
      var other = new Thread(this::addOne);
      other.start();
      addOne();
      other.join();
      if (count != 2) throw new AssertionError("count is " + count);
      """;

  @TempDir Path home;

  private CapturedConsole explore(String file, String... options) {
    var args = new ArrayList<>(List.of("explore", home.resolve(file).toString()));
    args.addAll(Arrays.asList(options));
    return CapturedConsole.by(home, args.toArray(String[]::new));
  }

  private Path write(String file, String text) throws IOException {
    var path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static void assertSays(String what, CapturedConsole said) {
    assertTrue(said.out().contains(what), () -> said.out() + said.err());
  }

  private void assertFindsTheLostUpdate(CapturedConsole said) {
    assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
    assertSays("One preemption is enough.", said);
    assertSays("count is 1", said);
  }

  @Test
  void aCompactFileBeginsWithItsMain() throws IOException {
    write("Compact.java", COUNT + "void main() throws Exception {\n" + RACE + "}\n");
    var said = explore("Compact.java");
    assertFindsTheLostUpdate(said);
    assertTrue(said.out().startsWith("Exploring main of Compact in "), said.out());
    assertSays("every schedule with at most 2 preemptions", said);
    assertSays("with at most 1 preemption.\n", explore("Compact.java", "--preemptions=1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public static void main(String[] args) throws Exception { new Own().run(); }",
        "static void main() throws Exception { new Own().run(); }",
        "void main(String... words) throws Exception { run(); }",
        "protected void main() throws Exception { run(); }"
      })
  void everyFormOfMainBegins(String main) throws IOException {
    write(
        "Own.java",
        "class Own {\n" + COUNT + main + "\nvoid run() throws Exception {" + RACE + "}}");
    assertFindsTheLostUpdate(explore("Own.java"));
  }

  @Test
  void theScheduleOfAReportRepeatsIt() throws IOException {
    write("Compact.java", COUNT + "void main() throws Exception {\n" + RACE + "}\n");
    var said = explore("Compact.java");
    var again = said.out().lines().filter(line -> line.startsWith(REPLAY)).findFirst();
    var replayed =
        CapturedConsole.by(home, again.orElseThrow().substring(REPLAY.length()).split(" "));
    assertEquals(ExitCode.FAILED, replayed.code());
    var steps = said.out().substring(said.out().indexOf("stopped"), said.out().indexOf("Found"));
    assertSays(steps.strip(), replayed);
  }

  @Test
  void everyTestOfAFileIsExplored() throws IOException {
    write(
        "OwnTest.java",
        """
        import static org.junit.jupiter.api.Assertions.assertEquals;
        import org.junit.jupiter.api.*;

        class OwnTest {
          private int count;

          @BeforeEach void begin() { count = 40; }

          @Test void alone() { assertEquals(40, count); }

          @Nested class Together {
            @Test void twoAdd() throws Exception {
              var other = new Thread(() -> count++);
              other.start();
              count++;
              other.join();
              assertEquals(42, count);
            }
          }

          @Test void withParameter(TestInfo info) {}
        }
        """);
    var said = explore("OwnTest.java");
    assertEquals(ExitCode.FAILED, said.code());
    assertSays("Exploring the test alone of OwnTest in ", said);
    assertSays("It holds in every schedule; they all come to the same.", said);
    assertSays("Exploring the test twoAdd of OwnTest.Together in ", said);
    assertEquals(ExitCode.DONE, explore("OwnTest.java", "--test=alone").code());
    var json = explore("OwnTest.java", "--json").out();
    assertEquals(List.of(), Schema.EXPLORATION.faults(json), json);
    assertTrue(json.contains("OwnTest.java --class=OwnTest.Together --test=twoAdd\""), json);
    var unknown = explore("OwnTest.java", "--test=together");
    assertEquals(ExitCode.USAGE, unknown.code());
    assertTrue(unknown.err().contains("the test alone of OwnTest"), unknown.err());
  }

  /// Without what JUnit would give it, such a test would fail, and not by its author's fault.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Own(TestInfo info) {}",
        "@BeforeEach void begin(TestInfo info) {}",
        "static int begun; @BeforeAll static void begin() { begun = 1; }"
      })
  void testsThatNeedMoreOfJUnitAreNotBlamed(String member) throws IOException {
    write(
        "Own.java",
        "import org.junit.jupiter.api.*; class Own {" + member + " @Test void t() {} }");
    var said = explore("Own.java");
    assertEquals(ExitCode.USAGE, said.code(), () -> said.out() + said.err());
    assertTrue(said.err().contains("neither arguments nor @BeforeAll"), said.err());
  }

  @Test
  void aScenarioIsExploredRatherThanAMain() throws IOException {
    write(
        "Own.java",
        """
        import java.util.List;
        import workbook.Scenario;

        abstract class Own implements Scenario {
          int count;
          public List<Body> bodies() { return List.of(this::add, this::add); }
          public void check() { if (count != 2) throw new AssertionError("count is " + count); }
          abstract void add();

          static class Broken extends Own { void add() { count++; } }
          static class Mended extends Own { synchronized void add() { count++; } }

          static void main() { throw new IllegalStateException("main"); }
        }
        """);
    assertFindsTheLostUpdate(explore("Own.java", "--class=Own.Broken"));
    assertEquals(ExitCode.DONE, explore("Own.java", "--class=Own.Mended").code());
    assertEquals(ExitCode.FAILED, explore("Own.java").code());
    assertSays("IllegalStateException: main", explore("Own.java", "--main="));
  }

  @Test
  void classesOfTheSameFolderAreFound() throws IOException {
    write("shop/till/Till.java", "package shop.till; class Till {" + COUNT + "}");
    write(
        "shop/till/Shop.java",
        "package shop.till; class Shop extends Till { void main() throws Exception {"
            + RACE
            + "}}");
    write("shop/module-info.java", "module shop {}");
    assertFindsTheLostUpdate(explore("shop/till/Shop.java"));
    write("module-info.java", "module shop { requires nothing; }");
    assertFindsTheLostUpdate(explore("shop/till/Shop.java"));
    assertEquals(ExitCode.USAGE, explore("module-info.java").code());
    var folder = explore("shop");
    assertFindsTheLostUpdate(folder);
    assertSays("Exploring main of Shop in ", folder);
  }

  @Test
  void aClassMayBeCalledLikeOneOfTheBook() throws IOException {
    write(
        "Contents.java",
        "package book; class Contents {" + COUNT + "void main() throws Exception {" + RACE + "}}");
    assertFindsTheLostUpdate(explore("Contents.java"));
  }

  @Test
  void aClassThatIsCompiledIsFoundByItsName() throws IOException {
    var source =
        write(
            "shop/Own.java",
            "package shop; class Own {" + COUNT + "void main() throws Exception {" + RACE + "}}");
    var classes = home.resolve("classes");
    var javac = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, javac.run(null, null, null, "-g", "-d", classes.toString(), source.toString()));
    Files.delete(source);
    var said = CapturedConsole.by(home, "explore", "shop.Own", "--class-path=" + classes);
    assertFindsTheLostUpdate(said);
    write("User.java", "class User { void main() throws Exception { new shop.Own2(); } }");
    var lacks = explore("User.java");
    assertEquals(ExitCode.USAGE, lacks.code());
    write(
        "User.java",
        "import shop.*; class User { void main() throws Exception { shop.Own.class.getName(); } }");
    assertTrue(explore("User.java").err().contains("--class-path"), "the option is told");
    var both = home.resolve("none") + File.pathSeparator + classes;
    assertEquals(ExitCode.USAGE, explore("User.java", "--class-path=" + both).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var in = new java.util.Scanner(System.in); int n = in.nextInt(); double d ="
            + " in.nextDouble(); in.nextLine(); var line = in.nextLine(); in.close();",
        "var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));"
            + " var words = in.readLine().split(\" \"); int n = Integer.parseInt(words[0]);"
            + " double d = Double.parseDouble(words[1]); var line = in.readLine();",
        "var words = IO.readln(\"? \").split(\" \"); int n = Integer.parseInt(words[0]);"
            + " double d = Double.parseDouble(words[1]); var line = IO.readln();"
      })
  void whatIsReadComesFromTheFileThatIsGiven(String reads) throws IOException {
    write(
        "Reads.java",
        "void main(String[] args) throws Exception {"
            + reads
            + """
                var other = new Thread(() -> {});
                other.start(); // each run reads from the beginning
                other.join();
                throw new IllegalStateException(n + "|" + d + "|" + line + "|" + args.length);
            }
            """);
    write("in.txt", "12 0.5\r\nzwölf\n");
    var said = explore("Reads.java", "--main=a b", "--input=" + home.resolve("in.txt"));
    assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
    assertSays("IllegalStateException: 12|0.5|zwölf|2", said);
    var without = explore("Reads.java");
    assertEquals(ExitCode.ENVIRONMENT, without.code());
    assertSays("Give it something to read: workbook explore ", without);
    assertSays(" --input=FILE", without);
    var nowhere = explore("Reads.java", "--input=" + home.resolve("none.txt"));
    assertEquals(ExitCode.USAGE, nowhere.code());
  }

  @Test
  void twoThreadsMayNotReadWhatIsGiven() throws IOException {
    write(
        "Reads.java",
        """
        void main() throws Exception {
          var other = new Thread(() -> IO.readln());
          other.start();
          IO.readln();
          other.join();
        }
        """);
    write("in.txt", "one\ntwo\n");
    var said = explore("Reads.java", "--input=" + home.resolve("in.txt"));
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertSays("System.in, read by two threads", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class One { static void main() {} } class Two { static void main() {} } | 2 | 2 classes with a main method: One, Two. Say which one: --class=One.
          class Own { private static void main() {} int main(int x) { return x; } } | 2 | has nothing to explore
          class Own { void main() { int x = "text"; } }    | 2 | String cannot be converted to int
          import com.example.Other; class Own { void main() {} } | 2 | The package com.example is not here. If it is in a library, name
          void main() { java.util.concurrent.StructuredTaskScope.open().close(); } | 2 | StructuredTaskScope is a preview API, and code that needs one cannot be
          void main() { Object o = 1; if (o instanceof int i) {} } | 2 | Primitive patterns are a preview feature, and code that needs one cannot be
          class Own { void main() { }                      | 2 | Reached end of file while parsing
          ''                                               | 2 | This file is empty.
          void main() throws Exception { new java.net.ServerSocket(0); } | 3 | java.net.ServerSocket
          void main() throws Exception { java.nio.file.Files.readString(java.nio.file.Path.of("x")); } | 3 | java.nio.file.
          void main() { int x = 0; while (x < 2_000_000_000) { x++; } } | 3 | too long to explore
          void main() { System.exit(3); }                  | 1 | the code ends the program
          void main() throws Exception { synchronized (this) { wait(); } } | 1 | lost wake-up
          """)
  void whatCannotBeExploredIsToldInASentence(String code, int exit, String says)
      throws IOException {
    write("Own.java", code);
    var said = explore("Own.java");
    assertEquals(exit, said.code(), () -> said.out() + said.err());
    assertTrue((said.out() + said.err()).contains(says), () -> said.out() + said.err());
  }

  @ParameterizedTest
  @CsvSource({"None.java, There is no file", "empty, This folder has no Java file in it."})
  void whatIsNotThereIsToldInASentence(String file, String says) throws IOException {
    Files.createDirectories(home.resolve("empty"));
    var said = explore(file);
    assertEquals(ExitCode.USAGE, said.code());
    assertTrue(said.err().contains(says), said.err());
  }

  /// The port is refused, too: so no server can begin.
  @Test
  void noPageIsOpenedForAFileThatIsNotThere() {
    var file = home.resolve("None.java").toString();
    var said = CapturedConsole.by(home, "open", file, "--port=99999", "--no-browser");
    assertEquals(ExitCode.USAGE, said.code());
    assertEquals("There is no file %s.\n".formatted(file), said.err());
  }

  @Test
  void tenThousandLinesAreNoTrouble() throws IOException {
    var methods =
        IntStream.range(0, 2_500)
            .mapToObj("int m%d(int x) {\n  int y = x + 1;\n  return y;\n}\n"::formatted)
            .collect(Collectors.joining());
    write("Long.java", methods + COUNT + "void main() throws Exception {\n" + RACE + "}\n");
    assertFindsTheLostUpdate(explore("Long.java"));
  }

  @Test
  void aByteOrderMarkAndAnAssertDoWhatTheyShould() throws IOException {
    write("Own.java", "\ufeffvoid main() { assert 1 > 2 : \"one\"; }");
    assertSays(
        "a check failed: main: one\n  thrown at Own.java:1: void main()", explore("Own.java"));
  }

  @Test
  void withoutAFilePlayBeginsWithTheBook() {
    assertEquals(ExitCode.DONE, CapturedConsole.by(home, "play").code());
  }
}
