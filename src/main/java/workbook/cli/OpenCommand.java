package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workbook.Parameter;
import workbook.grade.Grader;
import workbook.process.Executables;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.web.WebServer;

/// `open [LESSON or FILE.java]`: the book in a browser.
final class OpenCommand implements Command {
  private static final Parameter.Count PORT =
      new Parameter.Count("port", 0, 0, 65_535, "where 0 is any that is free");

  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private final Console console;

  OpenCommand(Book book, Path home, Grader.Factory graders, ProgressLog log, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "open";
  }

  @Override
  public String summary() {
    return "the lessons in your browser";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "open [LESSON or FILE.java] [OPTIONS]",
            "Starts a web server for this machine only, and opens the lessons in your browser."
                + " Ctrl-C ends it, and so does closing the last page. FILE.java is your own, as"
                + " for explore: the page explores it each time you save it, and you can play it.")
        .with(OwnOptions::declare)
        .option("port", "N", "the port to listen on; default: one that is free")
        .flag("no-browser", "print the address, and leave it to you to open it")
        .example("open")
        .example("open races --no-browser")
        .example("open Bank.java");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0, 1);
    var own = OwnOptions.of(line);
    if (own.isPresent()) {
      own.get().requireFile();
    }
    var path = own.isPresent() ? "/own" : path(line.getArgList());
    var port = port(line.getOptionValue("port", PORT.fallback()));
    try (var server = WebServer.start(book, home, graders, log, own, port)) {
      var waiting = Thread.currentThread();
      try (var _ = InterruptSignal.first(waiting::interrupt)) {
        var address = server.address(path);
        console.print("The book is at " + address + "\nCtrl-C ends it.\n");
        if (!line.hasOption("no-browser") && !opened(address)) {
          console.complain("No browser could be started here. Open that address yourself.");
        }
        server.awaitLastPage();
        console.print("The last page was closed.\n");
      } catch (InterruptedException ctrlC) {
        console.print("\n");
      }
      return ExitCode.DONE;
    } catch (IOException taken) {
      throw CommandException.usage(
          "Nobody can listen on port %d here: it is taken, or not allowed. Try another one, or leave out --port."
              .formatted(port));
    }
  }

  private String path(List<String> words) throws CommandException {
    return words.isEmpty() ? "/" : "/lessons/" + book.lesson(words.getFirst()).name();
  }

  private static int port(String typed) throws CommandException {
    try {
      return Integer.parseInt(PORT.parse(typed));
    } catch (IllegalArgumentException refused) {
      throw CommandException.usage(refused.getMessage());
    }
  }

  /// Asks the system to open a page.
  private static boolean opened(String address) {
    var command = browser(System.getProperty("os.name").toLowerCase(Locale.ROOT), address);
    if (command.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(command.get())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static Optional<List<String>> browser(String system, String address) {
    if (system.contains("win")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    }
    var opener = system.contains("mac") ? "open" : "xdg-open";
    return Executables.find(opener).map(path -> List.of(path.toString(), address));
  }
}
