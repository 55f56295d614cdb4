package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import workbook.Result;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.view.Columns;
import workbook.view.Page;

/// The user interface on a whole terminal screen, with single keys. Draws again when the size
/// changes.
final class TerminalUi implements Ui {
  private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();

  private final Screen screen;
  private final Glyphs glyphs;
  private final Console console;
  private final List<String> notices = new ArrayList<>();
  private boolean leaving;

  TerminalUi(Terminal terminal, Console console) {
    this.console = console;
    this.screen = new Screen(terminal, console);
    this.glyphs = Glyphs.of(console.unicode());
  }

  @Override
  public OptionalInt choose(Choices choices) {
    if (leaving) {
      return OptionalInt.empty();
    }
    var chosen = chosen(choices);
    notices.clear(); // they were on the screen
    return chosen;
  }

  private OptionalInt chosen(Choices choices) {
    var list = new FilteredList(choices.entries(), choices.start());
    while (!leaving) {
      screen.draw(choices.title(), choices.aside(), list(choices, list), listKeys(list));
      var key = key();
      switch (key.kind()) {
        case UP -> list.move(-1);
        case DOWN -> list.move(1);
        case PAGE_UP, HOME -> list.move(-choices.entries().size());
        case PAGE_DOWN, END -> list.move(choices.entries().size());
        case ERASE -> list.erase();
        case LETTER -> {
          if (key.isLetter('q') && !list.filtering()) {
            return OptionalInt.empty();
          }
          if (key.isLetter('?') && !list.filtering()) {
            help(KeyHelp.KEYS);
          } else {
            list.type(key.text());
          }
        }
        case ENTER -> {
          if (list.picked().isPresent()) {
            return list.picked();
          }
        }
        case ESCAPE -> {
          if (!list.filtering()) {
            return OptionalInt.empty();
          }
          list.clear();
        }
        case LEAVE, NONE -> {}
      }
    }
    return OptionalInt.empty();
  }

  /// The next key. Ctrl-C leaves: whatever is asked after it has an empty answer.
  private Key key() {
    var key = screen.key();
    leaving |= key.kind() == Key.Kind.LEAVE;
    return key;
  }

  /// Shows what the keys do.
  private void help(String keys) {
    read(KeyHelp.TITLE, _ -> keys);
  }

  @Override
  public Optional<Character> press(Board board) {
    while (!leaving) {
      var text = board.text().apply(screen.page(), screen.bodyRows());
      var body = text.lines().flatMap(this::margined).toList();
      screen.draw(board.title(), board.aside(), body, board.keys() + ", q back, ? all keys");
      var key = key();
      switch (key.kind()) {
        case ENTER -> {
          return Optional.of(board.preset());
        }
        case LETTER -> {
          if (board.letters().contains(key.text())) {
            return Optional.of(key.text().charAt(0));
          }
          if (key.isLetter('q')) {
            return Optional.empty();
          }
          if (key.isLetter('?')) {
            help(KeyHelp.BOARD + KeyHelp.KEYS);
          }
        }
        case ESCAPE -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private String listKeys(FilteredList list) {
    return list.filtering()
        ? "narrowed to: %s_ %s Enter open %s Esc all again"
            .formatted(list.filter(), glyphs.dot(), glyphs.dot())
        : "%s choose%s q back %s ? all keys"
            .formatted(
                glyphs.upDown(),
                (list.picked().isPresent() ? " D Enter takes it D" : ", then Enter D")
                    .replace("D", glyphs.dot()),
                glyphs.dot());
  }

  private List<AttributedString> list(Choices choices, FilteredList list) {
    var body = opening(choices.text());
    var entries = choices.entries();
    var shown = list.shown();
    var picked = list.picked();
    var room = Math.max(1, screen.bodyRows() - body.size());
    var at = picked.isPresent() ? shown.indexOf(picked.getAsInt()) : 0;
    var from = Math.clamp(at - room / 2L, 0, Math.max(0, shown.size() - room));
    var label = entries.stream().mapToInt(item -> item.label().length()).max().orElse(0);
    var mark = entries.stream().mapToInt(item -> item.mark().length()).max().orElse(0);
    for (var place : shown.subList(from, Math.min(shown.size(), from + room))) {
      var here = picked.isPresent() && picked.getAsInt() == place;
      body.add(line(entries.get(place), here, label, mark));
    }
    if (shown.isEmpty()) {
      body.add(new AttributedString("   No match. Esc shows all again.", FAINT));
    }
    picked.ifPresent(place -> body.addAll(whole(entries.get(place), label, mark, body.size())));
    return body;
  }

  /// The detail of an entry that its line has no room for, where there is room below the list.
  private List<AttributedString> whole(MenuItem item, int label, int mark, int above) {
    var width = screen.page().width();
    if (item.detail().length() <= width - detailAt(label, mark)) {
      return List.of();
    }
    var below = new ArrayList<>(List.of(AttributedString.EMPTY));
    below.addAll(paragraph(item.label() + ": " + item.detail(), AttributedStyle.DEFAULT));
    return above + below.size() <= screen.bodyRows() ? below : List.of();
  }

  /// How many columns stand before the detail of an entry.
  private static int detailAt(int label, int mark) {
    return 11 + label + mark;
  }

  private AttributedString line(MenuItem item, boolean here, int label, int mark) {
    var line = new AttributedStringBuilder();
    line.append(here ? " " + glyphs.pointer() + " " : "   ", screen.accent().bold());
    line.append("%2s  ".formatted(item.key()), FAINT);
    var named = item.label() + " ".repeat(label - item.label().length());
    line.append(named, here ? screen.accent().bold() : AttributedStyle.DEFAULT);
    line.append("  ").append(item.mark()).append(" ".repeat(mark - item.mark().length()));
    var room = screen.page().width() - detailAt(label, mark);
    var detail = item.detail();
    if (detail.length() > room) {
      detail = detail.substring(0, Math.max(0, room - glyphs.more().length())) + glyphs.more();
    }
    return line.append("  ").append(detail, FAINT).toAttributedString();
  }

  /// The notices and the text above a list or a question.
  private List<AttributedString> opening(String text) {
    var body = new ArrayList<AttributedString>();
    for (var notice : notices) {
      body.addAll(paragraph("! " + notice, AttributedStyle.BOLD));
    }
    if (!body.isEmpty() && !text.isEmpty()) {
      body.add(AttributedString.EMPTY);
    }
    if (!text.isEmpty()) {
      body.addAll(paragraph(text, AttributedStyle.DEFAULT));
    }
    if (!body.isEmpty()) {
      body.add(AttributedString.EMPTY);
    }
    return body;
  }

  private List<AttributedString> paragraph(String text, AttributedStyle style) {
    return Columns.wrapped(text, " ", screen.page().width())
        .lines()
        .map(line -> new AttributedString(line, style))
        .toList();
  }

  @Override
  public Optional<String> ask(TextField field) {
    var typed = new StringBuilder();
    var problem = "";
    while (!leaving) {
      var takes = typed.isEmpty() ? field.preset() : "what you typed";
      var keys = "Enter takes %s %s Esc back %s ? all keys";
      screen.draw(
          field.title(),
          "",
          question(field, typed.toString(), problem),
          keys.formatted(takes, glyphs.dot(), glyphs.dot()));
      var key = key();
      switch (key.kind()) {
        case LETTER -> {
          if (key.isLetter('?')) {
            help(KeyHelp.KEYS);
          } else {
            typed.append(key.text());
          }
        }
        case ERASE -> typed.setLength(Math.max(0, typed.length() - 1));
        case ENTER -> {
          try {
            var text = typed.isEmpty() ? field.preset() : typed.toString();
            var value = field.check().apply(text);
            notices.clear();
            return Optional.of(value);
          } catch (IllegalArgumentException notAllowed) {
            problem = notAllowed.getMessage(); // what was typed stays, to be mended
          }
        }
        case ESCAPE -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private List<AttributedString> question(TextField field, String typed, String problem) {
    var body = opening("%s (%s)".formatted(field.prompt(), field.range()));
    var line = new AttributedStringBuilder().append(" " + glyphs.pointer() + " ");
    if (typed.isEmpty()) {
      line.append(field.preset(), FAINT);
    } else {
      line.append(typed, AttributedStyle.BOLD).append("_");
    }
    body.add(line.toAttributedString());
    if (!problem.isEmpty()) {
      body.add(AttributedString.EMPTY);
      body.addAll(paragraph(problem, AttributedStyle.BOLD));
    }
    return body;
  }

  @Override
  public boolean read(String title, Function<Page, String> text) {
    return readUntil(title, text, "", () -> false);
  }

  @Override
  public boolean readUntil(
      String title, Function<Page, String> text, String what, BooleanSupplier happened) {
    var top = 0;
    while (!happened.getAsBoolean()) {
      if (leaving) {
        return false;
      }
      var lines = text.apply(screen.page()).lines().flatMap(this::margined).toList();
      var rows = screen.bodyRows();
      var last = Math.max(0, lines.size() - rows);
      top = Math.clamp(top, 0, last);
      var shown = lines.subList(top, Math.min(lines.size(), top + rows));
      var share = last == 0 ? "" : "%d %%".formatted(100L * top / last);
      var keys = pagerKeys(what, top < last);
      screen.draw(title, share, shown, keys);
      var key = key();
      switch (key.kind()) {
        case UP -> top--;
        case DOWN -> top++;
        case PAGE_UP -> top -= rows;
        case PAGE_DOWN -> top += rows;
        case HOME -> top = 0;
        case END -> top = last;
        case ENTER -> {
          if (top >= last) {
            return true;
          }
          top += rows;
        }
        case LETTER -> {
          if (key.isLetter('q')) {
            return false;
          }
          if (key.isLetter('?') && !title.equals(KeyHelp.TITLE)) {
            help(KeyHelp.KEYS);
          }
          top += key.isLetter('b') ? -rows : key.isLetter(' ') ? rows : 0;
        }
        case ESCAPE -> {
          return false;
        }
        case ERASE, LEAVE, NONE -> {}
      }
    }
    return true;
  }

  @Override
  public <T> Optional<T> await(String title, String doing, Callable<T> work) {
    var task = BackgroundTask.start(work);
    while (!task.isOver()) {
      screen.draw(title, "", List.of(new AttributedString(" " + doing)), "q stops it");
      var key = screen.key();
      if (key.kind() == Key.Kind.ESCAPE || key.kind() == Key.Kind.LEAVE || key.isLetter('q')) {
        task.stop();
      }
    }
    return task.outcome(this);
  }

  /// A line behind the margin; one that is too wide goes on in the next, further to the right.
  private Stream<AttributedString> margined(String line) {
    return LineBreaker.broken(AttributedString.fromAnsi(line), screen.page().width()).stream()
        .map(part -> new AttributedStringBuilder().append(" ").append(part).toAttributedString());
  }

  private String pagerKeys(String what, boolean more) {
    var onwards = !what.isEmpty() ? what : more ? "Enter next page" : "Enter go on";
    return "%s scroll %s %s %s q back %s ? all keys"
        .formatted(glyphs.upDown(), glyphs.dot(), onwards, glyphs.dot(), glyphs.dot());
  }

  @Override
  public Result watch(String title, Function<ProgressListener, Run> start) {
    var bar = new ProgressBar(glyphs);
    var run = start.apply(bar);
    var result = RunMonitor.awaiting(run);
    var stopping = false;
    while (!result.isDone()) {
      var body = List.of(new AttributedString(" " + bar.draw(screen.page().width() - 2)));
      var keys = stopping ? "stopping" : "q stops the run; what it has seen by then is kept";
      screen.draw(title, "", body, keys);
      var key = screen.key();
      if (key.kind() == Key.Kind.ESCAPE || key.kind() == Key.Kind.LEAVE || key.isLetter('q')) {
        stopping = true;
        run.cancel();
      }
    }
    return result.resultNow();
  }

  @Override
  public void tell(String sentence) {
    notices.add(sentence);
  }

  /// What nobody has read yet is printed where the screen was.
  @Override
  public void close() {
    screen.close();
    notices.forEach(sentence -> console.print(sentence + "\n"));
  }
}
