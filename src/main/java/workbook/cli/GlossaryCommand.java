package workbook.cli;

import java.util.List;
import workbook.io.Invocation;
import workbook.tui.Console;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.Glossary;
import workbook.view.SearchReport;

/// `glossary [TERM]`: the terms of the book.
final class GlossaryCommand implements Command {
  private final Console console;

  GlossaryCommand(Console console) {
    this.console = console;
  }

  @Override
  public String name() {
    return "glossary";
  }

  @Override
  public String summary() {
    return "the terms of the book, a line each";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "glossary [TERM]",
            "Says what a term means, where it is taught and what Java calls it. Without TERM it"
                + " lists all of them.")
        .example("glossary")
        .example("glossary happens-before");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = usage(args).parse(args, 0, 5).getArgList();
    var glossary = Glossary.read();
    if (glossary.terms().isEmpty()) {
      throw CommandException.environment(
          "This book has no glossary. Look for the word in the lessons, for example: "
              + Invocation.of("search volatile"));
    }
    var terms = words.isEmpty() ? glossary.terms() : glossary.find(String.join(" ", words));
    console.print(SearchReport.terms(terms, console.page()));
    return ExitCode.DONE;
  }
}
