package workbook.tui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import workbook.Sentences;
import workbook.io.IoErrors;
import workbook.notebook.Cell;
import workbook.notebook.JShellSession;
import workbook.notebook.OutputLine;
import workbook.notebook.Presentation;
import workbook.notebook.Slide;
import workbook.view.Ascii;
import workbook.view.Markdown;
import workbook.view.Page;
import workbook.view.TerminalText;
import workbook.view.TextColor;

/// A notebook presented in plain lines: what was shown stays above, as on a blackboard, and every
/// answer is a line of input. So it is the same on a terminal, through a pipe and for a reader.
public final class NotebookPlayer implements Presentation.Audience {
  private static final String MAIN = "main";

  private final String title;
  private final List<Slide> slides;
  private final Console console;
  private final Page page;
  private int at;
  private boolean hasRun;
  private int speakers;
  private volatile BackgroundTask<Boolean> running;
  private final LateOutput late = new LateOutput();
  private final OptionalInt rows;
  private String typed = "";

  /// @param rows lines that can be seen at once; empty where nothing scrolls away
  public NotebookPlayer(String title, List<Slide> slides, Console console, OptionalInt rows) {
    this.title = title;
    this.slides = slides;
    this.console = console;
    this.page = console.page();
    this.rows = rows;
  }

  /// Goes on until the person leaves, or the last slide was shown.
  public void present(Presentation presentation) {
    try (var _ = InterruptSignal.every(this::interrupted)) {
      show(0);
      while (at < slides.size()) {
        var line = ask(prompt()).map(String::strip);
        if (line.isEmpty() || isLeaving(line.get())) {
          console.print("\n");
          return;
        }
        obey(line.get(), presentation);
      }
    }
  }

  /// Reads a line. What the notebook's threads print meanwhile comes after it.
  private Optional<String> ask(String prompt) {
    late.hold();
    console.print(prompt);
    var line = console.readLine();
    late.release(this::print);
    return line;
  }

  private static boolean isLeaving(String line) {
    return line.equalsIgnoreCase("q");
  }

  private String prompt() {
    var enter = hasRun ? at + 1 < slides.size() ? "goes on" : "ends" : "runs it";
    var again = hasRun && !slides.get(at).steps().isEmpty() ? ", r again" : "";
    var keys = "Enter %s%s, b back, j N jump, q leaves; or type Java".formatted(enter, again);
    return "\n" + TextColor.MUTED.on(page, "[%d/%d] %s: ".formatted(at + 1, slides.size(), keys));
  }

  private void obey(String line, Presentation presentation) {
    switch (line.toLowerCase(Locale.ROOT)) {
      case "" -> {
        if (hasRun) {
          show(at + 1);
        } else {
          perform(presentation);
        }
      }
      case "r" -> perform(presentation);
      case "b" -> show(Math.max(0, at - 1));
      case "j" -> console.print(contents());
      case String jump when jump.matches("j? *\\d{1,4}") ->
          jump(Integer.parseInt(jump.replaceAll("\\D", "")));
      case "/vars" -> variables(presentation);
      case String command when command.startsWith("/") && !command.matches("/[/*].*") ->
          console.print("'%s' is no command here; /vars is the only one.\n".formatted(line));
      default -> type(line, presentation);
    }
  }

  /// Runs what is typed as Java, once it is whole. An empty line ends it early.
  private void type(String first, Presentation presentation) {
    typed = first;
    try {
      while (presentation.isIncomplete(typed)) {
        var next = ask(TextColor.MUTED.on(page, "   ...> "));
        if (next.isEmpty() || next.get().isBlank()) {
          break;
        }
        typed += "\n" + next.get();
      }
    } catch (IOException noJvm) {
      console.print(bad(Sentences.of(IoErrors.of(noJvm))));
      return;
    }
    await(presentation, () -> presentation.run(at, typed));
    typed = "";
  }

  private void variables(Presentation presentation) {
    await(
        presentation,
        () -> {
          var all = presentation.variables(at);
          all.forEach(one -> hear(new OutputLine(MAIN, one)));
          if (all.isEmpty()) {
            hear(new OutputLine(MAIN, "There are no variables yet."));
          }
          return true;
        });
  }

  private void jump(int number) {
    if (number < 1 || number > slides.size()) {
      console.print("The slides go from 1 to %d; j lists them.\n".formatted(slides.size()));
    } else {
      show(number - 1);
    }
  }

  private String contents() {
    var text = new StringBuilder("\n");
    for (var slide = 0; slide < slides.size(); slide++) {
      text.append("  %2d  %s\n".formatted(slide + 1, slides.get(slide).title()));
    }
    return Ascii.of(page, text.toString());
  }

  private void show(int slide) {
    at = slide;
    if (at == slides.size()) {
      console.print("\nThat was the last cell.\n");
      return;
    }
    var shown = slides.get(at);
    hasRun = shown.steps().isEmpty();
    var code = hasRun ? "" : "\n\n~~~~java\n" + shown.source() + "\n~~~~\n";
    var text = "\n" + line() + "\n" + Markdown.terminal(shown.markdown() + code, page);
    var parts = rows.isPresent() ? SlideParts.of(text, rows.getAsInt()) : List.of(text);
    console.print(parts.getFirst());
    for (var part : parts.subList(1, parts.size())) {
      if (ask(TextColor.MUTED.on(page, "Enter shows the rest: ")).isEmpty()) {
        return;
      }
      console.print(part);
    }
  }

  private String line() {
    var head = "── %s, %d of %d ".formatted(title, at + 1, slides.size());
    return muted(head + "─".repeat(Math.max(0, page.width() - TerminalText.width(head))));
  }

  private void perform(Presentation presentation) {
    await(presentation, () -> presentation.run(at));
    hasRun = true;
  }

  private void await(Presentation presentation, Callable<Boolean> work) {
    speakers = 0;
    var owed = presentation.owed(at).size();
    var note = "(Earlier cells that run first, not shown: %d)".formatted(owed);
    console.print(owed > 0 ? muted(note) : "\n");
    running = BackgroundTask.start(work);
    var alive = running.outcome(new LineUi(console));
    running = null;
    if (alive.isEmpty()) {
      console.print(bad("Stopped. The lecture goes on."));
    } else if (!alive.get()) {
      console.print(bad("That ended the notebook's JVM. The next cell starts a new one."));
    }
    console.forgetTypedAhead();
  }

  /// A line that the code printed, behind the name of its thread if that is not the one that runs
  /// the cells.
  @Override
  public void hear(OutputLine said) {
    if (!late.keep(said)) {
      print(said);
    }
  }

  private void print(OutputLine said) {
    var line = Ascii.of(page, TerminalText.clean(said.line())) + "\n";
    if (said.thread().equals(MAIN)) {
      console.print(line);
    } else {
      var name = TerminalText.clean(said.thread());
      speakers = Math.max(speakers, TerminalText.width(name));
      var label = name + " ".repeat(speakers - TerminalText.width(name)) + " │ ";
      console.print(TextColor.MUTED.on(page, Ascii.of(page, label)) + line);
    }
  }

  @Override
  public void trouble(JShellSession.Trouble trouble, String source) {
    if (typed.matches("\\w+") && trouble.says().contains("cannot find symbol")) {
      console.print("'%s' is neither a key nor a variable.\n".formatted(typed));
      return;
    }
    console.print(bad("|  " + trouble.says()));
    console.print(muted("|  line %d: %s".formatted(trouble.line(), source)));
  }

  @Override
  public void differs(Cell.Step step) {
    var expected = String.join("\n", step.expected()).indent(4).stripTrailing();
    console.print(muted("The notebook says in line %d:".formatted(step.expectedLine())));
    console.print(muted(expected));
  }

  private String bad(String sentence) {
    return TextColor.BAD.on(page, Ascii.of(page, sentence)) + "\n";
  }

  private String muted(String sentence) {
    return TextColor.MUTED.on(page, Ascii.of(page, sentence)) + "\n";
  }

  /// Ctrl-C stops the cell that runs, and never the lecture.
  private void interrupted() {
    var now = running;
    if (now == null) {
      console.print("\nNothing is running. Type q to leave.\n" + prompt());
    } else {
      console.print("\nStopping. Press Ctrl-C again to end the notebook's JVM.\n");
      now.stop();
    }
  }
}
