package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
  private final List<String> notices = new ArrayList<>();

  TerminalUi(Terminal terminal, Console console) {
    this.screen = new Screen(terminal, console);
    this.glyphs = Glyphs.of(console.unicode());
  }

  @Override
  public OptionalInt choose(Choices choices) {
    var list = new FilteredList(choices.entries(), choices.start());
    while (true) {
      screen.draw(choices.title(), choices.aside(), list(choices, list), listKeys(list));
      var key = screen.key();
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
            read(KeyHelp.TITLE, _ -> KeyHelp.KEYS);
          } else {
            list.type(key.text());
          }
        }
        case ENTER -> {
          if (list.picked().isPresent()) {
            notices.clear();
            return list.picked();
          }
        }
        case ESCAPE -> {
          if (!list.filtering()) {
            return OptionalInt.empty();
          }
          list.clear();
        }
        case LEAVE -> {
          return OptionalInt.empty();
        }
        case NONE -> {}
      }
    }
  }

  @Override
  public Optional<Character> press(Board board) {
    while (true) {
      var text = board.text().apply(screen.page(), screen.bodyRows());
      var body = text.lines().map(this::margined).toList();
      screen.draw(board.title(), board.aside(), body, board.keys() + ", q leaves");
      var key = screen.key();
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
            read(KeyHelp.TITLE, _ -> KeyHelp.KEYS);
          }
        }
        case ESCAPE, LEAVE -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
  }

  private String listKeys(FilteredList list) {
    return list.filtering()
        ? "narrowed to: %s_ %s Enter open %s Esc all again"
            .formatted(list.filter(), glyphs.dot(), glyphs.dot())
        : "%s choose %s Enter open %s q back %s ? all keys"
            .formatted(glyphs.upDown(), glyphs.dot(), glyphs.dot(), glyphs.dot());
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
      body.add(new AttributedString("   No match.", FAINT));
    }
    return body;
  }

  private AttributedString line(MenuItem item, boolean here, int label, int mark) {
    var line = new AttributedStringBuilder();
    line.append(here ? " " + glyphs.pointer() + " " : "   ", screen.accent().bold());
    line.append("%2s  ".formatted(item.key()), FAINT);
    var named = item.label() + " ".repeat(label - item.label().length());
    line.append(named, here ? screen.accent().bold() : AttributedStyle.DEFAULT);
    line.append("  ").append(item.mark()).append(" ".repeat(mark - item.mark().length()));
    var room = screen.page().width() - line.columnLength() - 2;
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
    while (true) {
      var keys = "Enter takes %s %s Esc back".formatted(field.preset(), glyphs.dot());
      screen.draw(field.title(), "", question(field, typed.toString(), problem), keys);
      var key = screen.key();
      switch (key.kind()) {
        case LETTER -> typed.append(key.text());
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
        case ESCAPE, LEAVE -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
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
      var lines = text.apply(screen.page()).lines().toList();
      var rows = screen.bodyRows();
      var last = Math.max(0, lines.size() - rows);
      top = Math.clamp(top, 0, last);
      var shown = lines.subList(top, Math.min(lines.size(), top + rows));
      var share = last == 0 ? "" : "%d %%".formatted(100L * top / last);
      var keys = pagerKeys(what, top < last);
      screen.draw(title, share, shown.stream().map(this::margined).toList(), keys);
      var key = screen.key();
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
          top += key.isLetter('b') ? -rows : key.isLetter(' ') ? rows : 0;
        }
        case ESCAPE, LEAVE -> {
          return false;
        }
        case ERASE, NONE -> {}
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

  private AttributedString margined(String line) {
    return AttributedString.fromAnsi(" " + line);
  }

  private String pagerKeys(String what, boolean more) {
    var onwards = !what.isEmpty() ? what : more ? "Enter next page" : "Enter go on";
    return "%s scroll %s %s %s q back"
        .formatted(glyphs.upDown(), glyphs.dot(), onwards, glyphs.dot());
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

  @Override
  public void close() {
    screen.close();
  }
}
