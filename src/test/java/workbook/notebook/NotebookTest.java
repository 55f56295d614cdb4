package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class NotebookTest {
  @Test
  void cutsAScriptIntoCellsAndSteps() throws Notebook.Malformed {
    var notebook =
        Notebook.parse(
            "sums.jsh",
            """
            // %% [markdown]
            // # Sums
            //
            // What is **one** and one?
            // %%
            int one = 1;

            System.out.println(one + one);
            //> 2
            System.out.println("a\\nb");
              //> a
              //>  b
            one++;
            // %%
            /exit
            """);
    assertEquals(
        List.of(
            new Cell.Prose(1, "# Sums\n\nWhat is **one** and one?"),
            new Cell.Code(
                5,
                List.of(
                    new Cell.Step(
                        6, "int one = 1;\n\nSystem.out.println(one + one);", List.of("2")),
                    new Cell.Step(10, "System.out.println(\"a\\nb\");", List.of("a", " b")),
                    new Cell.Step(13, "one++;", List.of()))),
            new Cell.Code(14, List.of())),
        notebook.cells());
  }

  @Test
  void aNotebookWithPreviewFeaturesRunsOnTheirJavaOnly() throws Notebook.Malformed {
    var notebook = Notebook.parse("new.jsh", "// preview: 25\n// %%\none();\n// %%\n/exit\n");
    assertEquals(Optional.of(25), notebook.preview());
    assertEquals(Optional.empty(), notebook.missing(25));
    assertEquals(
        Optional.of("It uses preview features of Java 25, and this is Java 26."),
        notebook.missing(26));
  }

  @Test
  void anyOtherNotebookRunsEverywhere() throws Notebook.Malformed {
    for (var header : List.of("", "// no preview\n")) {
      var notebook = Notebook.parse("old.jsh", header + "// %%\n// preview: 25\n// %%\n/exit\n");
      assertEquals(Optional.empty(), notebook.preview());
      assertEquals(Optional.empty(), notebook.missing(26));
    }
  }

  @Test
  void knowsWhereTheExpectedLinesStand() {
    assertEquals(12, new Cell.Step(10, "one();\ntwo();", List.of("x")).expectedLine());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          // %%;one()                | 2 | the last line of a notebook is /exit
          ''                         | 1 | the last line of a notebook is /exit
          one();// %%;/exit         | 1 | code stands in a cell: start one with // %%
          // %% Sums;/exit           | 1 | a cell starts with // %% or // %% [markdown]
          // %% [markdown];a;/exit   | 2 | a line of a text cell starts with //
          // %%;/open x.jsh;/exit    | 2 | a notebook is Java: its only JShell command is a last /exit
          // %%;;//> 2;/exit         | 3 | expected output follows the code that prints it
          """)
  void saysWhatIsNotANotebook(String lines, int line, String says) {
    var refused =
        assertThrows(
            Notebook.Malformed.class, () -> Notebook.parse("bad.jsh", lines.replace(';', '\n')));
    assertEquals(new CellError("bad.jsh", line, says), refused.fault());
    assertEquals("bad.jsh:" + line + ": " + says, refused.getMessage());
  }
}
