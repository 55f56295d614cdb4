package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import workbook.author.BookChange;
import workbook.io.Invocation;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.NewInBook;

/// `new`: what an author begins with.
final class NewCommand implements Command {
  private final Book book;
  private final NewInBook author;
  private final Console console;

  NewCommand(Book book, Path home, Console console) {
    this.book = book;
    this.author = new NewInBook(book, home);
    this.console = console;
  }

  @Override
  public String name() {
    return "new";
  }

  @Override
  public String summary() {
    return "for authors: begins a lesson, an exercise, a trap";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "new lesson NAME, or new exercise CLASS, [OPTIONS]",
            "Writes the files that a new part of the book must have, and enters it in the lists."
                + " They compile, and say what to write in their place; book check names the next"
                + " one. new trap EXERCISE CLASS begins a wrong answer, as the stub; new"
                + " alternative EXERCISE CLASS begins a right one, as the solution.")
        .option("question", "TEXT", "of a lesson: the question that it answers")
        .option("lesson", "LESSON", "of an exercise: the lesson it belongs to")
        .option("contract", "INTERFACE", "of an exercise: what the class implements")
        .option("asks", "TEXT", "of an exercise: what it is about, one line")
        .example("new lesson queues --question=\"Who waits for whom?\"")
        .example("new exercise Cloakroom --lesson=races --contract=CoatCheck")
        .example("new trap cloakroom VolatileTickets");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 2, 3);
    var words = line.getArgList();
    var kind = words.getFirst();
    var change =
        switch (kind) {
          case "lesson" -> lesson(line, words);
          case "exercise" -> exercise(line, words);
          case "book" -> book(line, words);
          case "trap", "alternative" -> answer(line, kind, words);
          default ->
              throw CommandException.usage(
                  "'%s' is neither lesson, exercise, trap, alternative nor book.".formatted(kind));
        };
    change.added().forEach(file -> console.print("new      " + file + "\n"));
    change.changed().forEach(file -> console.print("changed  " + file + "\n"));
    console.print(
        kind.equals("book")
            ? "\nIt's empty. Begin a lesson: target/workbook --book=%s new lesson NAME\n"
                .formatted(Invocation.quoted(words.get(1)))
            : "\nBuild the book, then see what to write first: %s\n"
                .formatted(Invocation.of("book check")));
    return ExitCode.DONE;
  }

  private BookChange lesson(CommandLine line, List<String> words) throws CommandException {
    refuse(line, words, 2, "lesson", "contract", "asks");
    return author.lesson(words.get(1), line.getOptionValue("question", NewInBook.QUESTION));
  }

  private BookChange exercise(CommandLine line, List<String> words) throws CommandException {
    refuse(line, words, 2, "question");
    if (!line.hasOption("lesson")) {
      throw CommandException.usage("Say which lesson the exercise belongs to: --lesson=LESSON.");
    }
    var name = words.get(1);
    return author.exercise(
        line.getOptionValue("lesson"),
        name,
        line.getOptionValue("contract", name + "Contract"),
        line.getOptionValue("asks", NewInBook.ASKS));
  }

  private static BookChange book(CommandLine line, List<String> words) throws CommandException {
    refuse(line, words, 2, "question", "lesson", "contract", "asks");
    return NewInBook.book(words.get(1));
  }

  private BookChange answer(CommandLine line, String kind, List<String> words)
      throws CommandException {
    refuse(line, words, 3, "question", "lesson", "contract", "asks");
    return author.answer(kind, book.exercise(words.get(1)).exercise(), words.get(2));
  }

  /// Refuses what belongs to another kind.
  private static void refuse(CommandLine line, List<String> words, int number, String... options)
      throws CommandException {
    var kind = words.getFirst();
    if (words.size() != number) {
      throw CommandException.usage(
          number == 2
              ? "Say one name: new %s NAME.".formatted(kind)
              : "Say which exercise, and the class: new %s EXERCISE CLASS.".formatted(kind));
    }
    for (var option : options) {
      if (line.hasOption(option)) {
        throw CommandException.usage("--%s does not go with new %s.".formatted(option, kind));
      }
    }
  }
}
