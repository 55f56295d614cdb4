package workbook.tui;

import java.io.IOException;
import java.util.Optional;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// How the terminal was, to bring it back whatever a program does to it, even one that was killed.
///
/// `stty` knows; where there is no terminal, or no `stty`, nothing is kept.
public final class TerminalState implements AutoCloseable {
  private final Optional<String> settings;

  public TerminalState() {
    settings = stty("-g");
  }

  @Override
  public void close() {
    settings.ifPresent(TerminalState::stty);
  }

  private static Optional<String> stty(String argument) {
    var program = Executables.find("stty");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    var command = new ProcessBuilder(program.get().toString(), argument);
    try {
      var completed = CompletedProcess.of(command.redirectInput(ProcessBuilder.Redirect.INHERIT));
      return completed.code() == 0 ? completed.lines().stream().findFirst() : Optional.empty();
    } catch (IOException noTerminal) {
      return Optional.empty();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
