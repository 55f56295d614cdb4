package workbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A JShell script cut into cells.
///
/// A line `// %%` starts a cell of code, `// %% [markdown]` a cell of text written as comments.
/// Lines that start with `//>` say what the statements above them print. The last line is `/exit`,
/// because `jshell` would wait for input otherwise. A file whose name ends in `.java`, as Jupytext
/// knows it, needs none.
///
/// A line `// preview: 25` before the first cell says that the code uses preview features of Java
/// 25. Each Java has its own, so such a notebook runs on that one only.
///
/// @param name the file's name, for example `03_races.jsh`
/// @param preview the Java whose preview features the code uses; empty when it uses none
public record Notebook(String name, Optional<Integer> preview, List<Cell> cells) {
  private static final String CODE = "// %%";
  private static final String PROSE = "// %% [markdown]";
  private static final String EXPECTED = "//>";
  private static final String END = "/exit";
  private static final Pattern PREVIEW = Pattern.compile("// *preview: *(\\d{2,3})");

  public Notebook {
    cells = List.copyOf(cells);
  }

  /// Reads a notebook from its file, which is UTF-8 text.
  ///
  /// @throws Malformed when the file is not a notebook
  public static Notebook read(Path file) throws IOException, Malformed {
    return parse(file.getFileName().toString(), Files.readString(file));
  }

  /// Cuts a script into cells.
  ///
  /// @throws Malformed when the text is not a notebook
  public static Notebook parse(String name, String text) throws Malformed {
    var lines = text.lines().map(String::stripTrailing).toList();
    var end = lastWritten(lines);
    if (end >= 0 && name.endsWith(".java") && !lines.get(end).equals(END)) {
      end++; // Jupytext and Java know no such line
    } else if (end < 0 || !lines.get(end).equals(END)) {
      throw new Malformed(name, Math.max(end, 0) + 1, "the last line of a notebook is " + END);
    }
    var cells = new ArrayList<Cell>();
    for (var from = nextMarker(lines, 0, end); from < end; ) {
      var to = nextMarker(lines, from + 1, end);
      cells.add(cell(name, lines, from, to));
      from = to;
    }
    var header = lines.subList(0, nextMarker(lines, 0, end));
    refuseCodeOutsideCells(name, lines, header.size());
    return new Notebook(name, preview(header), cells);
  }

  private static Optional<Integer> preview(List<String> header) {
    return header.stream()
        .map(PREVIEW::matcher)
        .filter(Matcher::matches)
        .map(said -> Integer.valueOf(said.group(1)))
        .findFirst();
  }

  /// Why this Java cannot run the notebook, in a sentence; empty when it can.
  public Optional<String> missing() {
    return missing(Runtime.version().feature());
  }

  Optional<String> missing(int java) {
    return preview
        .filter(needed -> needed != java)
        .map(
            needed ->
                "It uses preview features of Java %d, and this is Java %d."
                    .formatted(needed, java));
  }

  /// The steps of all cells, in order.
  public List<Cell.Step> steps() {
    return cells.stream()
        .flatMap(cell -> cell instanceof Cell.Code code ? code.steps().stream() : Stream.of())
        .toList();
  }

  /// What is shown at once, in order.
  public List<Slide> slides() {
    return Slide.of(cells);
  }

  /// The notebook's first heading; its name when it has none.
  public String title() {
    return cells.stream()
        .flatMap(cell -> cell instanceof Cell.Prose text ? text.markdown().lines() : Stream.of())
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", ""))
        .findFirst()
        .orElse(name);
  }

  private static int lastWritten(List<String> lines) {
    var last = lines.size() - 1;
    while (last >= 0 && lines.get(last).isBlank()) {
      last--;
    }
    return last;
  }

  private static int nextMarker(List<String> lines, int from, int end) {
    var at = from;
    while (at < end && !lines.get(at).startsWith(CODE)) {
      at++;
    }
    return at;
  }

  private static void refuseCodeOutsideCells(String name, List<String> lines, int firstMarker)
      throws Malformed {
    for (var at = 0; at < firstMarker; at++) {
      if (!lines.get(at).isBlank() && !lines.get(at).startsWith("//")) {
        throw new Malformed(name, at + 1, "code stands in a cell: start one with " + CODE);
      }
    }
  }

  private static Cell cell(String name, List<String> lines, int from, int to) throws Malformed {
    return switch (lines.get(from)) {
      case CODE -> new Cell.Code(from + 1, steps(name, lines, from + 1, to));
      case PROSE -> new Cell.Prose(from + 1, markdown(name, lines, from + 1, to));
      default -> throw new Malformed(name, from + 1, "a cell starts with " + CODE + " or " + PROSE);
    };
  }

  private static String markdown(String name, List<String> lines, int from, int to)
      throws Malformed {
    var text = new ArrayList<String>();
    for (var at = from; at < to; at++) {
      var line = lines.get(at);
      if (!line.isBlank() && !line.startsWith("//")) {
        throw new Malformed(name, at + 1, "a line of a text cell starts with //");
      }
      text.add(line.replaceFirst("^// ?", ""));
    }
    return String.join("\n", text).strip();
  }

  private static List<Cell.Step> steps(String name, List<String> lines, int from, int to)
      throws Malformed {
    var steps = new ArrayList<Cell.Step>();
    for (var start = from; start < to; ) {
      var middle = runOf(lines, start, to, false);
      var next = runOf(lines, middle, to, true);
      var code = lines.subList(start, middle);
      refuseCommands(name, code, start);
      var expected = lines.subList(middle, next).stream().map(Notebook::uncommented).toList();
      if (!code.stream().allMatch(String::isBlank)) {
        steps.add(new Cell.Step(start + 1, String.join("\n", code), expected));
      } else if (!expected.isEmpty()) {
        throw new Malformed(name, middle + 1, "expected output follows the code that prints it");
      }
      start = next;
    }
    return steps;
  }

  /// The end of the lines from `start` that all are, or all are not, expected output.
  private static int runOf(List<String> lines, int start, int end, boolean expected) {
    var at = start;
    while (at < end && lines.get(at).strip().startsWith(EXPECTED) == expected) {
      at++;
    }
    return at;
  }

  private static String uncommented(String expected) {
    return expected.strip().replaceFirst("^//> ?", "");
  }

  private static void refuseCommands(String name, List<String> code, int start) throws Malformed {
    for (var at = 0; at < code.size(); at++) {
      if (code.get(at).matches("/[a-z!?].*")) {
        throw new Malformed(
            name, start + at + 1, "a notebook is Java: its only JShell command is a last " + END);
      }
    }
  }

  /// A file that is not a notebook.
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final transient CellError error;

    Malformed(String notebook, int line, String says) {
      this(new CellError(notebook, line, says));
    }

    private Malformed(CellError error) {
      super(error.toString());
      this.error = error;
    }

    /// What is wrong, and where.
    public CellError fault() {
      return error;
    }
  }
}
