package workbook.app;

import java.util.List;

/// `list`: the table of contents with what is done.
final class ListCommand implements Command {
  private final Book book;
  private final Diary diary;
  private final Console console;

  ListCommand(Book book, Diary diary, Console console) {
    this.book = book;
    this.diary = diary;
    this.console = console;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String says() {
    return "lessons and experiments, in the order of the book";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage("list", "Lists the lessons and their experiments. A mark means done.")
        .example("list");
  }

  @Override
  public int run(List<String> args) throws Refusal {
    usage(args).parse(args, 0);
    var text = new StringBuilder();
    var done = Done.of(diary.deeds());
    for (var lesson : book.lessons()) {
      text.append("%s %s: %s\n".formatted(lesson.number(), lesson.name(), lesson.question()));
      for (var place : Book.places(lesson)) {
        var mark = done.ran(place) ? console.unicode() ? "✓" : "x" : " ";
        text.append("  %s %-34s %s\n".formatted(mark, place.name(), place.experiment().title()));
      }
    }
    console.print(text.toString());
    return Exit.DONE;
  }
}
