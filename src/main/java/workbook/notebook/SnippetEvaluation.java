package workbook.notebook;

import com.sun.jdi.VMDisconnectedException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.VarSnippet;
import workbook.notebook.JShellSession.Trouble;

/// Feeds one step to a JShell, statement by statement, up to the first trouble.
final class SnippetEvaluation implements Callable<Optional<Trouble>> {
  private final JShell shell;
  private final Cell.Step step;
  private final Consumer<String> values;
  private volatile boolean stopped;

  /// @param values is told what each expression and each variable came to, as `jshell` says it
  SnippetEvaluation(JShell shell, Cell.Step step, Consumer<String> values) {
    this.shell = shell;
    this.step = step;
    this.values = values;
  }

  /// Stops the statement that runs, as far as JShell can, and keeps the next ones from running.
  void stop() {
    stopped = true;
    try {
      shell.stop();
    } catch (VMDisconnectedException gone) {
      // Its JVM has just ended, so nothing runs there any more.
    }
  }

  @Override
  public Optional<Trouble> call() {
    var rest = step.source();
    while (!stopped) {
      rest = rest.stripLeading();
      var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == Completeness.EMPTY) {
        return Optional.empty();
      }
      var line = step.line() + newlines(step.source()) - newlines(rest);
      if (!next.completeness().isComplete()) {
        return Optional.of(new Trouble(line, "Error: this statement is incomplete"));
      }
      var trouble = evaluate(next.source(), line);
      if (trouble.isPresent()) {
        return trouble;
      }
      rest = next.remaining();
    }
    return Optional.empty();
  }

  private Optional<Trouble> evaluate(String statement, int line) {
    var events =
        shell.eval(statement).stream().filter(event -> event.causeSnippet() == null).toList();
    events.forEach(event -> value(event).ifPresent(values));
    return events.stream().flatMap(event -> trouble(event, line).stream()).findFirst();
  }

  private static Optional<String> value(SnippetEvent event) {
    var name =
        switch (event.snippet()) {
          case VarSnippet variable -> variable.name();
          case ExpressionSnippet expression -> expression.name();
          default -> "";
        };
    return name.isEmpty() || event.value() == null || event.value().isEmpty()
        ? Optional.empty()
        : Optional.of(name + " ==> " + event.value());
  }

  private Optional<Trouble> trouble(SnippetEvent event, int line) {
    return switch (event.status()) {
      case REJECTED -> Optional.of(rejection(event.snippet(), line));
      case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED ->
          Optional.of(new Trouble(line, "Error: not declared yet: " + missing(event.snippet())));
      default ->
          Optional.ofNullable(event.exception())
              .map(thrown -> new Trouble(line + depth(thrown, event.snippet()), says(thrown)));
    };
  }

  private Trouble rejection(Snippet snippet, int line) {
    var error = shell.diagnostics(snippet).filter(Diag::isError).findFirst().orElseThrow();
    var above = snippet.source().substring(0, (int) error.getPosition());
    var message = error.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
    return new Trouble(line + newlines(above), "Error: " + message);
  }

  private String missing(Snippet snippet) {
    var names = shell.unresolvedDependencies((DeclarationSnippet) snippet);
    return String.join(", ", names.toList());
  }

  private static String says(JShellException thrown) {
    var name =
        thrown instanceof EvalException in
            ? in.getExceptionClassName()
            : thrown.getClass().getName();
    return "Exception " + name + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
  }

  /// How many lines below the first line of its own snippet an exception was thrown.
  private static int depth(JShellException thrown, Snippet snippet) {
    for (var frame : thrown.getStackTrace()) {
      if (("#" + snippet.id()).equals(frame.getFileName())) {
        return frame.getLineNumber() - 1;
      }
    }
    return 0;
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(character -> character == '\n').count();
  }
}
