package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NotebookCheckerTest {
  @Test
  void findsNothingWrongWithAGoodNotebook() throws Exception {
    assertEquals(
        List.of(),
        faults(
            """
            // A comment above the first cell.
            // %% [markdown]
            // Text is not run.
            // %%
            import workbook.notebook.Cell;
            // a comment of its own
            record Point(int x, int y) {
              int sum() { return x + y; }
            }
            var p = new Point(1, 2); System.out.println(p.sum());
            //> 3
            System.err.println("→ " + p);
            //> → Point[x=1, y=2]
            System.out.println(new Cell.Prose(7, "book"));
            //> Prose[line=7, markdown=book]
            // %%
            System.out.println("pid " + ProcessHandle.current().pid());
            System.out.println("done");
            //> pid ...
            //> done
            throw new IllegalStateException("on purpose");
            //> |  Exception java.lang.IllegalStateException: on purpose
            int wrong = "text";
            //> |  Error: incompatible types: ...
            System.out.println("nobody says what this prints");
            // %%
            /exit
            """));
  }

  @Test
  void namesTheLineOfEveryFault() throws Exception {
    assertEquals(
        """
        bad.jsh:5: Error: cannot find symbol
        bad.jsh:8: the output has changed
          expected: 3
          saw:      4
        bad.jsh:11: Exception java.lang.ArithmeticException: / by zero
        bad.jsh:15: Error: this statement is incomplete
        bad.jsh:19: Error: not declared yet: method later()
        bad.jsh:22: the output has changed
          expected: one
                    two
          saw:      nothing
        """,
        said(
            faults(
                """
                // %%
                int sum = 1;
                // why not?
                sum = sum +
                    twelve;
                // %%
                System.out.println(2 + 2);
                //> 3
                int divide(int by) { return 1 / by; }
                divide(1);
                divide(0);
                System.out.println("not reached");
                // %%

                for (int i = 0; i < 3; i++) {
                //> 0
                // %%

                void now() { later(); }
                // %%
                int quiet = 1;
                //> one
                //> two
                // %%
                /exit
                """)));
  }

  @Test
  void previewFeaturesAreThereForANotebookThatAsksForThem() throws Exception {
    var code =
        """
        // %%
        try (var scope = StructuredTaskScope.open()) {
          scope.join();
          System.out.println("joined");
        }
        //> joined
        // %%
        /exit
        """;
    assumeTrue(Runtime.version().feature() == 25, "StructuredTaskScope is a preview of Java 25");
    assertEquals(List.of(), faults("// preview: 25\n" + code));
    assertTrue(said(faults(code)).contains("preview"), "without being asked for");
  }

  @Test
  void aNotebookForAnotherJavaIsNotRun() {
    var script = "// preview: 24\n// %%\nSystem.out.println(1);\n// %%\n/exit\n";
    var refused = assertThrows(IOException.class, () -> faults(script));
    assertTrue(
        refused.getMessage().startsWith("It uses preview features of Java 24, and this is Java"),
        refused.getMessage());
  }

  @Test
  void survivesAStepThatExits() throws Exception {
    assertEquals(
        "bad.jsh:2: this step ended its JVM\n",
        said(faults("// %%\nSystem.exit(0);\n// %%\nint never;\n/exit\n")));
  }

  private static String said(List<CellError> faults) {
    var all = new StringBuilder();
    faults.forEach(error -> all.append(error).append('\n'));
    return all.toString();
  }

  private static List<CellError> faults(String script) throws Exception {
    var checker = new NotebookChecker(System.getProperty("java.class.path"), Duration.ofMinutes(2));
    return checker.of(Notebook.parse("bad.jsh", script)).faults();
  }
}
