package workbook.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import workbook.process.Executables;

/// Opens a file at a line in the person's own editor: the one that `VISUAL` or `EDITOR` names, else
/// the one whose terminal this is.
public final class OpenInEditor {
  private static final Set<String> PLUS_LINE =
      Set.of("vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe");
  private static final Set<String> GOTO = Set.of("code", "code-insiders", "codium", "cursor");
  private static final Set<String> JETBRAINS = Set.of("idea", "idea64", "idea.sh");
  private static final Set<String> COLON = Set.of("subl", "zed", "hx", "helix");

  private OpenInEditor() {}

  /// Starts the editor and blocks until it has ended; one with windows of its own usually ends at
  /// once. It uses this process's terminal.
  ///
  /// @param line from 1; 0 when it does not matter
  /// @throws CommandException when no editor is known, or it cannot be started
  public static void open(Path file, int line) throws CommandException, InterruptedException {
    var command =
        command(
            System.getenv(),
            program -> Executables.find(program).isPresent(),
            file.toAbsolutePath(),
            line);
    if (command.isEmpty()) {
      throw CommandException.environment(
          "No editor is known here. Name yours, for example: export EDITOR=nano");
    }
    var editor = new ProcessBuilder(command.get()).inheritIO();
    try {
      editor.start().waitFor();
    } catch (IOException notThere) {
      throw CommandException.environment(
          "The editor %s cannot be started. Set VISUAL or EDITOR to one that can."
              .formatted(command.get().getFirst()));
    }
  }

  /// The command line that opens a file.
  ///
  /// @param here whether a program can be started by its name
  /// @return empty when no editor is known
  static Optional<List<String>> command(
      Map<String, String> environment, Predicate<String> here, Path file, int line) {
    for (var variable : List.of("VISUAL", "EDITOR")) {
      var named = environment.getOrDefault(variable, "").strip();
      if (!named.isEmpty()) {
        return Optional.of(at(List.of(named.split("\\s+")), file, line));
      }
    }
    if (environment.getOrDefault("TERM_PROGRAM", "").equals("vscode") && here.test("code")) {
      return Optional.of(at(List.of("code"), file, line));
    }
    var jetBrains = environment.getOrDefault("TERMINAL_EMULATOR", "").startsWith("JetBrains");
    return jetBrains && here.test("idea")
        ? Optional.of(at(List.of("idea"), file, line))
        : Optional.empty();
  }

  private static List<String> at(List<String> editor, Path file, int line) {
    var name = Path.of(editor.getFirst()).getFileName().toString().replaceFirst("\\.exe$", "");
    var command = new ArrayList<>(editor);
    if (line == 0) {
      command.add(file.toString());
    } else if (PLUS_LINE.contains(name)) {
      command.addAll(List.of("+" + line, file.toString()));
    } else if (GOTO.contains(name)) {
      command.addAll(List.of("--goto", file + ":" + line));
    } else if (JETBRAINS.contains(name)) {
      command.addAll(List.of("--line", Integer.toString(line), file.toString()));
    } else {
      command.add(COLON.contains(name) ? file + ":" + line : file.toString());
    }
    return command;
  }
}
