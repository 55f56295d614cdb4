package workbook.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import jdk.jshell.JShell;

/// A JShell that runs the steps of one notebook, one after the other, in a JVM of its own.
///
/// The other JVM costs about a second and buys what a notebook about threads needs: a step that
/// hangs for good, or calls `System.exit`, ends that JVM and not the reader's. It has the class
/// path that a reader gives to `jshell --class-path`, and ends when this JVM does.
public final class Session implements AutoCloseable {
  /// What `jshell` itself imports, then the tie to this JVM.
  private static final List<String> BEFORE =
      List.of(
          "import module java.base;",
          "ProcessHandle.current().parent().ifPresent("
              + "book -> book.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));");

  /// A stop that comes before the statement has started is lost, so there is more than one.
  private static final int STOPS = 50;

  private static final int BETWEEN_STOPS_MILLIS = 100;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ExecutorService evaluator =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("notebook").factory());
  private final JShell shell;
  private volatile boolean ended;

  /// Starts a JShell. Blocks until it is ready.
  ///
  /// @param classPath what the notebook's code may use, in the form of `java.class.path`
  public Session(String classPath) {
    var out = new PrintStream(printed, true, UTF_8);
    shell =
        JShell.builder()
            .out(out)
            .err(out)
            .compilerOptions("--class-path", classPath)
            .remoteVMOptions("--class-path", classPath, "--enable-native-access=ALL-UNNAMED")
            .build();
    shell.onShutdown(_ -> ended = true);
    BEFORE.forEach(shell::eval);
  }

  /// What a step did.
  ///
  /// @param output all it printed, to both streams, and what `jshell` says of the trouble
  /// @param trouble what did not compile, threw, or did not end; the step ended there
  public record Ran(String output, Optional<Trouble> trouble) {}

  /// A statement that did not do its work.
  ///
  /// @param line where in the notebook, counted from 1
  /// @param says a sentence without its full stop
  public record Trouble(int line, String says) {}

  /// Runs a step. Blocks until it has ended, or was stopped at the limit.
  ///
  /// A step that cannot be stopped, because its threads wait for each other's monitors for example,
  /// ends the session.
  ///
  /// @throws InterruptedException when interrupted; the step is stopped
  /// @throws IllegalStateException when the session has [#ended]
  public Ran run(Cell.Step step, Duration limit) throws InterruptedException {
    if (ended) {
      throw new IllegalStateException("the session has ended");
    }
    printed.reset();
    var evaluation = new Evaluation(shell, step);
    var outcome = evaluator.submit(evaluation);
    try {
      return ran(outcome.get(limit.toMillis(), MILLISECONDS));
    } catch (TimeoutException stillRunning) {
      stop(evaluation, outcome);
      var says = "Stopped: it was still running after " + limit.toMillis() + " ms";
      return ran(Optional.of(new Trouble(step.line(), says)));
    } catch (InterruptedException interrupted) {
      stop(evaluation, outcome);
      throw interrupted;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  /// Whether the session's JVM is gone.
  public boolean ended() {
    return ended;
  }

  /// Ends the session's JVM, whatever it is doing.
  @Override
  public void close() {
    shell.close();
    evaluator.shutdown();
  }

  private Ran ran(Optional<Trouble> trouble) {
    var shown = trouble.map(it -> "|  " + it.says() + "\n").orElse("");
    return new Ran(printed.toString(UTF_8) + shown, trouble);
  }

  /// Stops the step; when it takes no notice, ends the JVM it runs in.
  private void stop(Evaluation evaluation, Future<?> outcome) throws InterruptedException {
    for (var tries = 0; tries < STOPS; tries++) {
      evaluation.stop();
      try {
        outcome.get(BETWEEN_STOPS_MILLIS, MILLISECONDS);
        return;
      } catch (ExecutionException sessionEnded) {
        return;
      } catch (TimeoutException takesNoNotice) {
        // Asked again.
      }
    }
    shell.close();
  }
}
