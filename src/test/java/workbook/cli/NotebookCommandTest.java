package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.usecase.ExitCode;

/// `notebook`: an instructor at a terminal without a screen, or a script.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NotebookCommandTest {
  private static final String GOOD =
      """
      // %% [markdown]
      // # Sums
      //
      // **Ask:** how much is it?
      // %%
      var sum = 1 + 1;
      System.out.println(sum);
      //> 2
      // %% [markdown]
      // And who adds?
      // %%
      Thread.ofPlatform().name("adder").start(() -> System.out.println(sum + 1)).join();
      System.out.println(1 / 0);
      //> 3
      //> |  Exception java.lang.ArithmeticException: / by zero
      // %%
      /exit
      """;

  @TempDir Path home;

  @BeforeEach
  void oneNotebookIsThere() throws IOException {
    put("01_alpha.jsh", GOOD);
  }

  private void put(String name, String script) throws IOException {
    Files.createDirectories(home.resolve("notebooks"));
    Files.writeString(home.resolve("notebooks").resolve(name), script);
  }

  private String play(String... answers) {
    var said =
        CapturedConsole.to(String.join("\n", answers) + "\n", home, "notebook", "play", "alpha");
    assertEquals("", said.err());
    assertEquals(ExitCode.DONE, said.code());
    return said.out();
  }

  /// Whether these stand in the text one behind the other.
  private static void inOrder(String text, String... parts) {
    var from = 0;
    for (var part : parts) {
      var at = text.indexOf(part, from);
      assertTrue(at >= 0, "no '" + part + "' behind position " + from + " of\n" + text);
      from = at + part.length();
    }
  }

  @Test
  void enterRunsACellAndGoesOn() {
    inOrder(
        play("", "", "", ""),
        "Sums, 1 of 2",
        "how much is it?",
        "    System.out.println(sum);",
        "Enter runs it",
        "\n2\n",
        "Enter goes on",
        "And who adds?",
        "adder │ 3\n",
        "|  Exception java.lang.ArithmeticException: / by zero\n",
        "|  line 13: System.out.println(1 / 0);\n",
        "Enter ends",
        "That was the last cell.");
  }

  @Test
  void onePlaysBackAgainAndOutOfTurn() {
    inOrder(
        play("2", "", "r", "b", "j", "7", "nonsense", "int more = sum + 40;", "q"),
        "Sums, 2 of 2",
        "(Earlier cells that run first, not shown: 1)\n",
        "adder │ 3",
        "r again",
        "adder │ 3",
        "Sums, 1 of 2",
        "   1  Sums\n   2  And who adds?\n",
        "The slides go from 1 to 2; j lists them.",
        "'nonsense' is neither a key nor a variable.",
        "more ==> 42\n",
        "[1/2]");
  }

  @Test
  void aLineOfJavaRunsBetweenTheCells() {
    inOrder(play("", "System.out.println(sum + 40);", "q"), "\n2\n", "\n42\n");
  }

  @Test
  void typedJavaShowsItsValueMayTakeSeveralLinesAndNeedsNoSemicolon() {
    inOrder(
        play(
            "",
            "/vars",
            "sum",
            "1 + sum",
            "int twice(int n) {",
            "  return 2 * n;",
            "}",
            "twice(sum)",
            "for (var i = 0; i < 2; i++)",
            "System.out.println(\"i\" + i)",
            "sum +",
            "",
            "/help",
            "twice(\"\")",
            "q"),
        "int sum = 2\n",
        "sum ==> 2\n",
        " ==> 3\n",
        "   ...> ",
        " ==> 4\n",
        "i0\ni1\n",
        "Error: this statement is incomplete",
        "'/help' is no command here; /vars is the only one.",
        "Error: incompatible types");
  }

  @Test
  void ctrlCStopsTheCellAndNotTheLecture() throws Exception {
    StopTest.assumeCtrlCArrives();
    put(
        "01_alpha.jsh",
        """
        // %%
        Files.createFile(Path.of("FILE"));
        Thread.sleep(Long.MAX_VALUE);
        // %%
        System.out.println("on");
        // %%
        /exit
        """
            .replace("FILE", home.resolve("runs").toString().replace("\\", "\\\\")));
    var lecture = StartedProcess.testBook(home, Map.of(), "notebook", "play", "1");
    try (var keys = lecture.process.outputWriter()) {
      keys.write("\n");
      keys.flush();
      while (!Files.exists(home.resolve("runs"))) {
        if (lecture.process.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("it ended before it began: " + lecture.ended());
        }
      }
      StopTest.signal("INT", lecture.process);
      keys.write("\n\n\n");
    }
    var ended = lecture.ended();
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    inOrder(ended.out(), "Stopping.", "Stopped. The lecture goes on.", "2 of 2", "\non\n");
  }

  /// A file of the instructor's own, as Jupytext names it; what comes out, and a chart as a
  /// picture.
  @Test
  void exportRunsANotebookAndKeepsWhatComesOut() throws Exception {
    var file = home.resolve("my own.java");
    Files.writeString(
        file,
        """
        // %% [markdown]
        // # Lanes
        // %%
        System.out.println("before");
        System.out.println(workbook.notebook.ExperimentCell.timeline("Who worked when",
            List.of(new workbook.Span("ann", "works", 0, 10_000_000))));
        System.out.println("after");
        //> never this
        """);
    var said =
        CapturedConsole.by(
            home,
            "notebook",
            "export",
            file.toString(),
            "--to=md,ipynb,html",
            "--out=" + Files.createDirectory(home.resolve("out")));
    assertEquals(ExitCode.FAILED, said.code(), said.err());
    assertTrue(said.err().startsWith("my own.java:8: the output has changed"), said.err());
    assertEquals(3, said.out().lines().count(), said.out());
    var markdown = Files.readString(home.resolve("out/my own.md"));
    inOrder(
        markdown,
        "# Lanes\n",
        "```text\nbefore\n```",
        "![Who worked when](data:image/png;base64,iVBOR",
        "```text\nafter\n```");
    assertTrue(!markdown.contains("never this"), markdown);
    assertTrue(Files.readString(home.resolve("out/my own.html")).contains("<h1>Lanes</h1>"));
    var again = CapturedConsole.by(home, "notebook", "export", "1", "--to=md,md", "--out=" + home);
    assertEquals(ExitCode.DONE, again.code(), again.err());
    inOrder(
        Files.readString(home.resolve("01_alpha.md")),
        "```text\n2\n```",
        "```text\n3\n```",
        "|  Exception java.lang.ArithmeticException: / by zero");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "export        | Say which notebook: workbook notebook export NOTEBOOK.",
        "export 1      | Say which formats: --to=ipynb,md,html,java, or one of them.",
        "export 1 --to=md,doc | There is no format 'doc'. Choose from ipynb, md, html, java.",
        "export 9 --to=md | There is no notebook '9'. workbook notebook list shows them.",
        "play 1 --to=md | --to works only with workbook notebook export NOTEBOOK.",
        "export H/broken.jsh --to=md | Fix the notebook first: broken.jsh:1: the last line of a"
            + " notebook is /exit.",
        "export H/there.java --to=java --out=H --force | H/there.java is the notebook itself. Name"
            + " another folder.",
        "export H/there.java --to=java --out=H | H/there.java already exists. Add --force to"
            + " replace it.",
        "export H/there.java --to=md --out=H/none | There is no folder H/none. Create it first.",
      })
  void whatCannotBeExportedIsSaidFirst(String words, String sentence) throws IOException {
    Files.writeString(home.resolve("broken.jsh"), "// %%\n");
    Files.writeString(home.resolve("there.java"), "// %%\n");
    var line = ("notebook " + words).replace("H/", home + "/").replace("=H", "=" + home);
    assertEquals(
        new CapturedConsole(ExitCode.USAGE, "", sentence.replace("H/", home + "/") + "\n"),
        CapturedConsole.by(home, line.split(" ")));
  }

  @Test
  void listNamesThemAndCheckRunsThem() throws Exception {
    put("02_beta.jsh", "// %%\nSystem.out.println(1);\n//> 2\n// %%\n/exit\n");
    put("03_gamma.jsh", "code();\n/exit\n");
    var broken = "03_gamma.jsh:1: code stands in a cell: start one with // %%";
    assertEquals(
        """
          01_alpha         Sums               5 cells
          02_beta          02_beta.jsh        2 cells
          03_gamma         broken: %s
        """
            .formatted(broken),
        CapturedConsole.by(home, "notebook", "list").out());
    var said = CapturedConsole.by(home, "notebook", "check", "--limit=600"); // for a busy machine
    assertEquals(ExitCode.FAILED, said.code());
    assertEquals(
        """
        ✓ 01_alpha          2 of  2 expectations held  T
          02_beta           0 of  1 expectations held  T
            02_beta.jsh:3: the output has changed
              expected: 2
              saw:      1
          03_gamma         broken
            %s
        """
            .formatted(broken),
        said.out().replaceAll(" +\\d+\\.\\d s\n", "  T\n"));
    assertEquals(ExitCode.DONE, CapturedConsole.by(home, "notebook", "check", "1").code());
  }

  @Test
  void aCellThatDoesNotEndIsStoppedAtTheLimit() throws Exception {
    put("02_beta.jsh", "// %%\nThread.sleep(1_000_000);\n// %%\n/exit\n");
    var said = CapturedConsole.by(home, "notebook", "check", "beta", "--limit=1");
    assertEquals(ExitCode.FAILED, said.code());
    var stopped = "02_beta.jsh:2: Stopped: it was still running after 1000 ms\n";
    assertTrue(said.out().contains(stopped), said.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          notebook play            | Say which notebook: workbook notebook play NOTEBOOK.
          notebook play 7          | There is no notebook '7'. workbook notebook list shows them.
          notebook check alpa      | There is no notebook 'alpa'. Did you mean alpha?
          notebook plya 1          | There is no action 'plya'. Did you mean play?
          notebook alpha           | Say what to do with it, for example: workbook notebook play alpha.
          notebook list 1          | Unexpected argument '1'. Usage: workbook notebook list.
          notebook check --limit=0 | --limit must be from 1 to 3,600 s, not '0'.
          notebook play 1 --limit=9| --limit works only with workbook notebook check.
          notebook play 2          | Fix the notebook first: 02_bad.jsh:1: the last line of a notebook is /exit.
          jshell gamma             | There is no lesson 'gamma'. workbook list shows them all.
          """)
  void whatIsWrongIsOneSentence(String typed, String sentence) throws IOException {
    put("02_bad.jsh", "// %%\n");
    var said = CapturedConsole.by(home, typed.strip().split(" "));
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"), said);
  }

  @Test
  void aNotebookWithPreviewFeaturesOfAnotherJavaIsSkipped() throws IOException {
    put("01_alpha.jsh", "// preview: 24\n// %%\nSystem.out.println(1);\n// %%\n/exit\n");
    var why =
        "It uses preview features of Java 24, and this is Java %d."
            .formatted(Runtime.version().feature());
    assertEquals(
        new CapturedConsole(ExitCode.DONE, "- 01_alpha         skipped. " + why + "\n", ""),
        CapturedConsole.by(home, "notebook", "check"));
    assertEquals(
        new CapturedConsole(
            ExitCode.ENVIRONMENT, "", "01_alpha.jsh cannot be presented here. " + why + "\n"),
        CapturedConsole.by(home, "notebook", "play", "1"));
  }

  @Test
  void jshellHasThePreviewFeaturesOfTheLessonsNotebooks() throws Exception {
    assumeTrue(Runtime.version().feature() == 25, "StructuredTaskScope is a preview of Java 25");
    put("01_beta.jsh", "// preview: 25\n// %%\n// %%\n/exit\n");
    var ended =
        StartedProcess.testBook(home, Map.of(), "jshell", "alpha")
            .given("System.out.println(StructuredTaskScope.class)\n/exit\n");
    assertTrue(
        ended.out().contains("interface java.util.concurrent.StructuredTaskScope"), ended.out());
  }

  @Test
  void jshellKnowsTheLessonsClassesAndTheNotebooksImports() throws Exception {
    put("01_alpha.jsh", "// %%\nimport workbook.Await;\n// %%\n/exit\n");
    var ended =
        StartedProcess.testBook(home, Map.of(), "jshell", "alpha")
            .given("System.out.println(Greeter.class + \" \" + Await.class)\n/exit\n");
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    assertTrue(
        ended.out().contains("interface _01_alpha.Greeter class workbook.Await"), ended.out());
    try (var left = Files.list(home.resolve(".workbook"))) {
      assertEquals(List.of(home.resolve(".workbook/alpha.jsh")), left.toList());
    }
  }
}
