package workbook.notebook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.SpecificationVersion;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.notebook.Cell;
import workbook.notebook.Notebook;
import workbook.notebook.export.PlayedCell.Charted;
import workbook.notebook.export.PlayedCell.Code;
import workbook.notebook.export.PlayedCell.Failed;
import workbook.notebook.export.PlayedCell.Printed;
import workbook.notebook.export.PlayedCell.Text;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// What the exported files look like, whoever reads them.
@Tag("fast")
class ExportedFilesTest {
  private static final NotebookRun RUN =
      new NotebookRun(
          "Sums & <more>",
          List.of(
              new Text("# Sums & <more>\n\n| a | b |\n| - | - |\n| 1 | <script>x()</script> |"),
              new Code(
                  "var a = 1 < 2;\nSystem.out.println(a);", List.of(new Printed("true\n\"é\n"))),
              new Code("nothing();", List.of()),
              new Code(
                  "draw();",
                  List.of(
                      new Printed("```\n"),
                      new Charted(new byte[] {1, 2, 3}, "A [chart]\n  ▄▄"),
                      new Failed("Exception java.lang.Error: a < b")))),
          List.of());

  @TempDir Path folder;

  @Test
  void anIpynbFileIsWhatTheSchemaSays() throws Exception {
    var schema = Files.readString(Path.of("src/test/resources/nbformat/nbformat.v4.5.schema.json"));
    var validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .createValidator();
    var rules =
        validator.registerSchema(
            schema.replace(
                "http://json-schema.org/draft-04/schema#", SpecificationVersion.DRAFT7.getId()));
    var ipynb = IpynbFile.of(RUN);
    assertEquals(List.of(), validator.validate(rules, ipynb).getErrors());
    var broken = ipynb.replace("\"stream\"", "\"river\"");
    assertNotEquals(List.of(), validator.validate(rules, broken).getErrors());
  }

  @Test
  void jupyterReadsAnIpynbFile() throws Exception {
    var python = Executables.find("python3");
    assumeTrue(python.isPresent(), "skipped: this machine has no python3");
    var file = Files.writeString(folder.resolve("sums.ipynb"), IpynbFile.of(RUN));
    var script =
        """
        import sys
        try:
            import nbformat
        except ImportError:
            print("no nbformat"); sys.exit(0)
        book = nbformat.read(sys.argv[1], as_version=4)
        nbformat.validate(book)
        print(book.cells[1].source.replace("\\n", "|"), book.cells[1].outputs[0].text.strip()[:4])
        """;
    var ended =
        CompletedProcess.of(
            new ProcessBuilder(python.get().toString(), "-c", script, file.toString()));
    assumeTrue(
        !ended.lines().equals(List.of("no nbformat")), "skipped: this Python has no nbformat");
    assertEquals(0, ended.code(), () -> String.join("\n", ended.lines()));
    assertEquals(List.of("var a = 1 < 2;|System.out.println(a); true"), ended.lines());
  }

  @Test
  void anHtmlPageRunsNothingAndNeedsNothing() {
    var html = HtmlFile.of(RUN);
    assertTrue(html.contains("<title>Sums &amp; &lt;more&gt;</title>"), html);
    assertTrue(html.contains("<td>&lt;script&gt;x()&lt;/script&gt;</td>"), html);
    assertTrue(html.contains("<pre><code>var a = 1 &lt; 2;\n"), html);
    assertTrue(html.contains("<img alt=\"A [chart]\" src=\"data:image/png;base64,AQID\">"), html);
    assertTrue(
        html.contains("<pre class=\"failure\">|  Exception java.lang.Error: a &lt; b"), html);
    assertEquals(-1, html.indexOf("<script"), html);
    assertEquals(-1, html.indexOf("http"), html);
  }

  @Test
  void aMarkdownFileHoldsItsPictures() {
    assertTrue(
        MarkdownFile.of(RUN)
            .endsWith(
                """

                ```java
                draw();
                ```

                ````text
                ```
                ````

                ![A chart](data:image/png;base64,AQID)

                ```text
                |  Exception java.lang.Error: a < b
                ```
                """),
        MarkdownFile.of(RUN));
  }

  /// Under that name the workbook reads it, too.
  @Test
  void aPercentFileIsTheSameNotebook() throws Exception {
    var script = Files.readString(Path.of("notebooks/03_races.jsh"));
    var percent = PercentFile.of(script);
    assertTrue(!percent.contains("/exit") && percent.startsWith("// ---\n"), percent);
    var cells = Notebook.parse("03_races.jsh", script).cells();
    var copy = Notebook.parse("03_races.java", percent).cells();
    assertEquals(sources(cells), sources(copy));
  }

  /// Jupytext itself can't be had everywhere, so this reads a file as its documentation says: a
  /// header between two lines `// ---`, then cells, each below its marker, text in line comments.
  @ParameterizedTest
  @MethodSource("notebooks")
  void jupytextWouldFindTheSameCells(Path notebook) throws Exception {
    var script = Files.readString(notebook);
    var percent = PercentFile.of(script).lines().toList();
    assertEquals("// ---", percent.getFirst());
    var end = percent.subList(1, percent.size()).indexOf("// ---") + 1;
    assertTrue(percent.subList(1, end).contains("//       format_name: percent"));
    var code = false;
    var markers = new ArrayList<String>();
    for (var line : percent.subList(end + 1, percent.size())) {
      if (line.startsWith("// %%")) {
        markers.add(line);
        code = line.equals("// %%");
      } else if (!code) {
        assertTrue(line.isBlank() || line.startsWith("//"), line);
      }
      assertNotEquals("/exit", line);
    }
    var kinds = Notebook.parse(notebook.getFileName().toString(), script).cells().stream();
    assertEquals(
        kinds
            .filter(cell -> !(cell instanceof Cell.Code empty && empty.steps().isEmpty()))
            .map(cell -> cell instanceof Cell.Code ? "// %%" : "// %% [markdown]")
            .toList(),
        markers);
    var copy = Notebook.parse("copy.java", PercentFile.of(script));
    assertEquals(Notebook.parse("copy.jsh", script).preview(), copy.preview());
  }

  private static List<Path> notebooks() throws IOException {
    try (var files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
    }
  }

  private static List<String> sources(List<Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                switch (cell) {
                  case Cell.Prose prose -> prose.markdown();
                  case Cell.Code code ->
                      String.join(
                          "\n", code.steps().stream().map(one -> one.source().strip()).toList());
                })
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
