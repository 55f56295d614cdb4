package workbook.tui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.notebook.Notebook;
import workbook.notebook.OutputLine;
import workbook.notebook.Presentation;

/// What a lecture looks like while nothing runs. No JVM is started.
@Tag("fast")
class NotebookPlayerTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private NotebookPlayer player(Notebook notebook, InputStream in, OptionalInt rows) {
    var console = new Console(in, out, out, Map.of());
    return new NotebookPlayer(notebook.title(), notebook.slides(), console, rows);
  }

  private String play(String script, OptionalInt rows, String typed) throws Exception {
    var notebook = Notebook.parse("01_alpha.jsh", script);
    var in = new ByteArrayInputStream(typed.getBytes(UTF_8));
    var player = player(notebook, in, rows);
    try (var presentation = new Presentation(notebook, "", player)) {
      player.present(presentation);
    }
    return out.toString(UTF_8);
  }

  @Test
  void aTallSlideStopsBeforeItsQuestionScrollsAway() throws Exception {
    var script =
        "// %% [markdown]\n// # Tall\n//\n// **Ask:** how much?\n// %%\n"
            + "var a = 1;\n".repeat(30)
            + "// %%\n/exit\n";
    var lines = play(script, OptionalInt.of(12), "\n\n\n\nq\n").lines().toList();
    var question = line(lines, "how much?");
    var stop = line(lines, "Enter shows the rest: ");
    assertTrue(stop > question && stop < 12, () -> String.join("\n", lines));
    assertEquals(30, lines.stream().filter(line -> line.contains("var a = 1;")).count());
    out.reset();
    assertFalse(play(script, OptionalInt.empty(), "q\n").contains("the rest"));
  }

  private static int line(List<String> lines, String part) {
    for (var at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains(part)) {
        return at;
      }
    }
    throw new AssertionError(part + " is not in\n" + String.join("\n", lines));
  }

  @Test
  void everyPartFitsAndNothingIsLost() {
    var lines = new ArrayList<String>();
    for (var number = 1; number <= 40; number++) {
      lines.add(number % 7 == 0 ? "" : "line " + number);
    }
    var text = String.join("\n", lines) + "\n";
    var parts = SlideParts.of(text, 15);
    assertEquals(text, String.join("", parts));
    assertTrue(parts.stream().allMatch(part -> part.lines().count() <= 12), parts::toString);
    assertTrue(parts.getFirst().endsWith("line 6\n\n"), "cut where a paragraph ends");
    assertEquals(List.of("a\n"), SlideParts.of("a\n", 2));
  }

  /// The thread prints while the prompt stands there: it is told so by who reads the line.
  @Test
  void whatIsPrintedLateComesBehindTheAnswer() throws Exception {
    var notebook = Notebook.parse("a.jsh", "// %% [markdown]\n// # A\n// %%\n/exit\n");
    var players = new ArrayList<NotebookPlayer>();
    var typing =
        new InputStream() {
          private final InputStream typed = new ByteArrayInputStream("j\nq\n".getBytes(UTF_8));

          @Override
          public int read() throws IOException {
            return typed.read();
          }

          @Override
          public int read(byte[] to, int from, int length) throws IOException {
            players.getFirst().hear(new OutputLine("main", "late"));
            assertFalse(out.toString(UTF_8).endsWith("late\n"), "it lands in the prompt");
            return typed.read(to, from, Math.min(length, 2));
          }
        };
    players.add(player(notebook, typing, OptionalInt.empty()));
    try (var presentation = new Presentation(notebook, "", players.getFirst())) {
      players.getFirst().present(presentation);
    }
    var said = out.toString(UTF_8);
    var late = said.indexOf("late\n");
    assertTrue(said.indexOf("or type Java: ") < late && late < said.indexOf("   1  A"), said);
  }

  @Test
  void onlySoMuchIsKept() {
    var late = new LateOutput();
    assertFalse(late.keep(new OutputLine("main", "now")));
    late.hold();
    for (var number = 0; number < 1_500; number++) {
      assertTrue(late.keep(new OutputLine("t", "line")));
    }
    var given = new ArrayList<OutputLine>();
    late.release(given::add);
    assertEquals(1_001, given.size());
    assertEquals(new OutputLine("main", "(and 500 lines more)"), given.getLast());
    assertFalse(late.keep(new OutputLine("main", "now")));
  }
}
