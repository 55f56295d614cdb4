package workbook.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.execution.JdiDefaultExecutionControl.JdiStarter.TargetDescription;
import jdk.jshell.execution.JdiExecutionControlProvider;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.spi.ExecutionEnv;
import workbook.explore.Explore;
import workbook.process.JvmOptions;
import workbook.process.ProcessTree;
import workbook.process.TempDirectory;

/// A JShell that runs the steps of one notebook, one after the other, in a JVM of its own.
///
/// The other JVM costs half a second and buys what a notebook about threads needs: a step that
/// hangs for good, or calls `System.exit`, ends that JVM and not the reader's. It has the class
/// path that a reader gives to `jshell --class-path`, and ends when this JVM does.
public final class JShellSession implements AutoCloseable {
  /// What `jshell` itself imports.
  private static final String IMPORTS = "import module java.base;";

  private static final String PREVIEW = "--enable-preview";

  private static final int BETWEEN_STOPS_MILLIS = 100;

  /// How long the other JVM may take to start, on a busy machine too.
  private static final int START_MILLIS = 180_000;

  /// What the other JVM is told when this one was: how long to explore at most, on a busy machine.
  private static final List<String> PASSED_ON = List.of(Explore.SECONDS);

  private final TempDirectory temp = new TempDirectory();
  private final ThreadOutput output;
  private final ExecutorService evaluator =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("notebook").factory());
  private final JShell shell;
  private Process jvm;
  private volatile boolean ended;

  /// A stop that comes before the statement has started is lost, so there is more than one.
  int stops = 50;

  /// Starts a JShell without preview features. Blocks until it is ready.
  ///
  /// @param classPath what the notebook's code may use, in the form of `java.class.path`
  /// @param listener is told each line that is printed as soon as it is whole, also after the step
  ///   that printed it has ended; called by threads of the session
  /// @throws IOException when the other JVM does not start
  public JShellSession(String classPath, Consumer<OutputLine> listener) throws IOException {
    this(classPath, Optional.empty(), List.of(), listener);
  }

  /// Starts one with the preview features of a Java, which must be this one.
  ///
  /// @param preview see [Notebook#preview]
  /// @param options more options of the other JVM
  public JShellSession(
      String classPath,
      Optional<Integer> preview,
      List<String> options,
      Consumer<OutputLine> listener)
      throws IOException {
    output = new ThreadOutput(listener);
    shell = build(classPath, preview, options, new PrintStream(output, true, UTF_8));
    shell.onShutdown(_ -> ended = true);
    shell.eval(IMPORTS);
  }

  private JShell build(
      String classPath, Optional<Integer> preview, List<String> options, PrintStream out)
      throws IOException {
    try {
      return JShell.builder()
          .out(out)
          .err(out)
          .compilerOptions(compilerOptions(classPath, preview))
          .remoteVMOptions(jvmOptions(classPath, preview, options, temp))
          .executionEngine(
              new JdiExecutionControlProvider((env, _, port) -> start(env, port)),
              Map.of(
                  JdiExecutionControlProvider.PARAM_REMOTE_AGENT,
                  JShellAgent.class.getName(),
                  JdiExecutionControlProvider.PARAM_TIMEOUT,
                  String.valueOf(START_MILLIS)))
          .build();
    } catch (IllegalStateException failed) {
      temp.close();
      throw new IOException("the JVM for the notebook could not be started", failed);
    }
  }

  private static String[] compilerOptions(String classPath, Optional<Integer> preview) {
    var options = new ArrayList<>(List.of("--class-path", classPath));
    preview.ifPresent(java -> options.addAll(List.of(PREVIEW, "--source", java.toString())));
    return options.toArray(String[]::new);
  }

  private static String[] jvmOptions(
      String classPath, Optional<Integer> preview, List<String> more, TempDirectory temp) {
    var options = new ArrayList<>(List.of("--class-path", classPath, temp.option()));
    options.addAll(more);
    options.addAll(JvmOptions.ALWAYS);
    PASSED_ON.stream()
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> options.add("-D" + name + "=" + System.getProperty(name)));
    preview.ifPresent(_ -> options.add(PREVIEW));
    return options.toArray(String[]::new);
  }

  /// Starts the other JVM, which must call back on this port.
  private TargetDescription start(ExecutionEnv env, int port) {
    var here = InetAddress.getLoopbackAddress().getHostAddress();
    var options = env.extraRemoteVMOptions();
    var agent = JShellAgent.class.getName();
    var target = new JdiInitiator(port, options, agent, false, here, START_MILLIS, Map.of());
    jvm = target.process();
    return new TargetDescription(target.vm(), jvm);
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
  /// @throws InterruptedException when interrupted; the step is stopped, and on a second interrupt
  ///   the session is ended
  /// @throws IllegalStateException when the session has [#ended]
  public Ran run(Cell.Step step, Duration limit) throws InterruptedException {
    return run(step, limit, _ -> {});
  }

  /// Likewise, for statements that a person types.
  ///
  /// @param values is told what each expression and each variable came to, as `jshell` says it
  Ran run(Cell.Step step, Duration limit, Consumer<String> values) throws InterruptedException {
    if (ended) {
      throw new IllegalStateException("the session has ended");
    }
    output.restart();
    var evaluation = new SnippetEvaluation(shell, step, values);
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
      if (ended) { // by the statement before
        return ran(Optional.empty());
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /// Whether a person who typed this has to go on: a bracket is open, for example.
  boolean isIncomplete(String typed) {
    var completeness = shell.sourceCodeAnalysis().analyzeCompletion(typed).completeness();
    return switch (completeness) {
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> true;
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY, UNKNOWN -> false;
    };
  }

  /// Every variable as it is declared, with its value.
  List<String> variables() {
    return shell
        .variables()
        .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
        .map(one -> "%s %s = %s".formatted(one.typeName(), one.name(), shell.varValue(one)))
        .toList();
  }

  /// Whether the session's JVM is gone.
  public boolean ended() {
    return ended;
  }

  /// Ends the session's JVM, whatever it is doing, and the processes it started.
  @Override
  public void close() {
    endJvm();
    evaluator.shutdown();
  }

  private Ran ran(Optional<Trouble> trouble) {
    var shown = trouble.map(it -> "|  " + it.says() + "\n").orElse("");
    return new Ran(output.text() + shown, trouble);
  }

  /// Stops the step; when it takes no notice, or the reader interrupts again, ends the JVM it runs
  /// in. So nothing runs when this returns.
  private void stop(SnippetEvaluation evaluation, Future<?> outcome) {
    for (var tries = 0; tries < stops; tries++) {
      evaluation.stop();
      try {
        outcome.get(BETWEEN_STOPS_MILLIS, MILLISECONDS);
        return;
      } catch (ExecutionException sessionEnded) {
        return;
      } catch (TimeoutException takesNoNotice) {
        // Asked again.
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    endJvm();
  }

  private void endJvm() {
    ProcessTree.end(Stream.of(jvm.toHandle()));
    shell.close();
    temp.close();
  }
}
