package workbook.cli;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import workbook.explore.Budget;
import workbook.io.FileWatcher;
import workbook.tui.Console;
import workbook.usecase.CommandException;
import workbook.usecase.OwnProgram;

/// Explores the programs of a file whenever it is saved.
final class ExploreLoop {
  private static final String CLEAR_SCREEN = "\033[H\033[2J";

  private final OwnProgram.Request request;
  private final Console console;

  ExploreLoop(OwnProgram.Request request, Console console) {
    this.request = request;
    this.console = console;
  }

  /// Explores now, and after each save. Blocks until it is stopped, or nobody reads what it prints.
  void run(BooleanSupplier stopped) throws InterruptedException {
    try (var saves = new FileWatcher(List.of(Path.of(request.from()).toAbsolutePath()))) {
      explore();
      while (!stopped.getAsBoolean() && !console.outputGone()) {
        saves.awaitSave();
        console.print(console.interactive() ? CLEAR_SCREEN : "\n");
        explore();
      }
    }
  }

  private void explore() {
    var programs = new OwnPrograms(console::print, console.page());
    try {
      for (var program : programs.open(request)) {
        programs.explore(program, Budget.DEFAULT);
        console.print("\n");
      }
    } catch (CommandException wrong) {
      console.complain(wrong.getMessage());
    }
    console.print(
        "Explored at %s. Save to explore again, or press Ctrl-C to stop.\n"
            .formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS)));
  }
}
