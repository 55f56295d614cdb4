package workbook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import workbook.compile.CompiledFiles;
import workbook.usecase.CommandException;
import workbook.usecase.OwnProgram;
import workbook.view.DiagnosticReport;
import workbook.view.Page;

/// What the learner has named on the command line: a file of their own, or a folder.
///
/// Thread-safe.
final class OwnFile {
  private static final Page TEXT = new Page(100, false, true);

  private final OwnProgram.Request request;
  private List<Playable> programs = List.of(); // guarded by this
  private List<String> leftOut = List.of(); // guarded by this
  private String compiled = ""; // guarded by this

  OwnFile(OwnProgram.Request request) {
    this.request = request;
  }

  /// As the learner has typed it.
  String name() {
    return request.from();
  }

  /// A text that is another one when a file has changed.
  String version() {
    var path = Path.of(request.from());
    try (var files = Files.walk(path)) {
      var state = new StringBuilder();
      for (var file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        state.append(Files.getLastModifiedTime(file).toMillis()).append(' ');
        state.append(Files.size(file)).append('\n');
      }
      return state.toString();
    } catch (IOException | UncheckedIOException gone) {
      return "gone";
    }
  }

  /// The programs in it, compiled again if a file has changed. Blocks while the compiler works.
  ///
  /// @throws CommandException with the compiler's words, or one plain sentence
  synchronized List<Playable> programs() throws CommandException, InterruptedException {
    var now = version();
    if (!now.equals(compiled)) {
      programs = List.of();
      compiled = "";
      try {
        var out = new ArrayList<String>();
        var found = OwnProgram.open(request, out::add);
        leftOut = List.copyOf(out);
        programs =
            IntStream.range(0, found.size())
                .<Playable>mapToObj(at -> new Playable.Own(found.get(at), at + 1))
                .toList();
        compiled = now;
      } catch (CompiledFiles.CompilationException wrong) {
        throw CommandException.usage(
            DiagnosticReport.of(wrong.diagnostics(), TEXT).stripTrailing());
      }
    }
    return programs;
  }

  /// A sentence for each test that was left out when it was compiled last.
  synchronized List<String> leftOut() {
    return leftOut;
  }

  /// One of them, from 1; empty when there is no such program, or the file has none any more.
  Optional<Playable> program(int number) {
    try {
      return programs().stream().skip(number - 1L).findFirst();
    } catch (CommandException none) {
      return Optional.empty();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
