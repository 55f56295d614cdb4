package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.usecase.ExitCode;

/// `explore OwnTest.java`: the tests that JUnit would run, with what belongs to them, and a word
/// about each that is left out.
@Tag("slow")
class OwnTestsTest {
  private static final String IMPORTS =
      """
      import static org.junit.jupiter.api.Assertions.*;
      import org.junit.jupiter.api.*;
      """;

  @TempDir Path home;

  private CapturedConsole explore(String text, String... options) throws IOException {
    var file = Files.writeString(home.resolve("OwnTest.java"), IMPORTS + text);
    var args = new ArrayList<>(List.of("explore", file.toString()));
    args.addAll(Arrays.asList(options));
    return CapturedConsole.by(home, args.toArray(String[]::new));
  }

  private static void assertSays(String what, CapturedConsole said) {
    assertTrue(said.out().contains(what), () -> said.out() + said.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Disabled("not yet") @Test void t() { fail(); }      | is disabled: not yet.
          @Disabled @Test void t() { fail(); }                 | is disabled.
          @Disabled @RepeatedTest(2) void t() { fail(); }      | is disabled.
          @Test void t(TestInfo info) { fail(); }              | needs arguments from JUnit.
          @TestFactory java.util.List<DynamicTest> t() { return null; } | needs arguments from JUnit.
          @org.junit.jupiter.api.condition.DisabledIf("no") @Test void t() { fail(); } | needs an extension of JUnit.
          """)
  void whatIsLeftOutIsNamed(String member, String why) throws IOException {
    var said = explore("class OwnTest { @Test void on() {} " + member + "}");
    assertEquals(ExitCode.DONE, said.code(), () -> said.out() + said.err());
    assertSays("Left out: the test t of OwnTest, which " + why + "\n", said);
    assertSays("Exploring the test on of OwnTest ", said);
    var chosen = explore("class OwnTest { @Test void on() {} " + member + "}", "--test=on");
    assertFalse(chosen.out().contains("Left out"), chosen.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Disabled("later") class OwnTest { @Test void t() { fail(); } } | t of OwnTest, which is disabled: later.
          @Disabled class OwnTest { @Nested class In { @Test void t() { fail(); } } } | t of OwnTest.In, which is disabled.
          class OwnTest { class In { @Test void t() { fail(); } } } | t of OwnTest.In, which is in an inner class that is not @Nested.
          class OwnTest { @BeforeAll static void all() {} @Test void t() {} } | t of OwnTest, which needs @BeforeAll or @AfterAll.
          class OwnTest { @io.TempDir java.nio.file.Path home; @Test void t() { home.toString(); } } | t of OwnTest, which needs an extension of JUnit.
          """)
  void aClassMayBeTheReason(String text, String why) throws IOException {
    var said = explore(text.replace("@io.", "@org.junit.jupiter.api.io."));
    assertEquals(ExitCode.USAGE, said.code(), () -> said.out() + said.err());
    assertTrue(said.err().contains("has nothing to explore"), said.err());
    assertTrue(said.err().endsWith("\nLeft out: the test " + why + "\n"), said.err());
  }

  @Test
  void aRepeatedTestIsExploredOnce() throws IOException {
    var said = explore("class OwnTest { @RepeatedTest(100) void t() { fail(\"once\"); } }");
    assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
    assertSays("Exploring the test t of OwnTest ", said);
  }

  @Test
  void whatComesBeforeAndAfterIsCalledInTheOrderOfJUnit() throws IOException {
    var said =
        explore(
            """
            interface Shared {
              StringBuilder told = new StringBuilder();
              @BeforeEach default void prepare() { told.append("shared,"); }
            }

            abstract class Base implements Shared {
              @BeforeEach void above() { told.append("above,"); }
              @BeforeEach void twice() { fail("overridden"); }
              @AfterEach void closed() { throw new IllegalStateException(); }
              @Test void inherited() { throw new ArithmeticException("from Base"); }
            }

            class OwnTest extends Base {
              @BeforeEach void own() { told.append("own,"); }
              @Override @BeforeEach void twice() {}
              @AfterEach void end() { told.setLength(0); }

              @Nested class In {
                @BeforeEach void within() { told.append("within,"); }
                @AfterEach void end() { told.append("-"); throw new Error(told.toString()); }
                @Test void nested() { told.append("test,"); }
              }
            }
            """);
    assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
    assertSays("Error: shared,above,own,within,test,-\n", said);
    assertSays("Exploring the test inherited of OwnTest ", said);
    assertSays("ArithmeticException: from Base", said);
  }
}
