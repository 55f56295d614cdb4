package workbook.cli;

import java.util.List;
import workbook.io.Invocation;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.Glossary;
import workbook.usecase.SearchBook;
import workbook.view.SearchReport;

/// `search WORD`: where the book teaches something.
final class SearchCommand implements Command {
  private static final int MOST_WORDS = 8;

  private final Book book;
  private final Console console;

  SearchCommand(Book book, Console console) {
    this.book = book;
    this.console = console;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String summary() {
    return "where a word is taught";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "search WORD",
            "Lists the steps, the exercises and the glossary's terms that speak of WORD, or of"
                + " several words in a row. Answers are not shown: a step whose answer has the word"
                + " is only named.")
        .example("search volatile")
        .example("search lost update");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = String.join(" ", usage(args).parse(args, 1, MOST_WORDS).getArgList());
    var hits = new SearchBook(book, Glossary.read()).find(words);
    if (hits.isEmpty()) {
      throw CommandException.usage(
          "The book does not mention '%s'. Try a shorter or another word; %s shows what there is."
              .formatted(words, Invocation.of("list")));
    }
    for (var hit : hits) {
      console.print(SearchReport.hit(hit.place(), hit.title(), hit.line(), console.page()));
    }
    console.print("\nTo read a page: %s\n".formatted(Invocation.of("show LESSON")));
    return ExitCode.DONE;
  }
}
