package workbook.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Result;
import workbook.RunPlan;
import workbook.process.JavaProcess;
import workbook.process.OutputTail;
import workbook.process.ProcessMark;
import workbook.process.ProcessTree;
import workbook.process.TempDirectory;

/// A JVM of its own, started for one run and ended with it, together with every process it started.
final class FreshJvm implements RunEnvironment {
  /// Exit codes above this one mean that a signal ended the process.
  private static final int SIGNALS = 128;

  /// How long to read what a JVM that has ended left in its pipes. Reached only when a process that
  /// hid from the runner still holds them.
  private static final Duration PIPES_LIMIT = Duration.ofSeconds(30);

  private final ProcessMark mark = ProcessMark.random();
  private final Duration grace;
  private final ProcessBuilder program;
  private final OutputTail lastWords = new OutputTail();
  private Process child; // guarded by this
  private boolean stopped; // guarded by this
  private volatile Termination end; // what the child said of its end

  FreshJvm(Experiment experiment, Parameters with, RunPlan plan, Duration grace) {
    this.grace = grace;
    var arguments = new ArrayList<String>();
    arguments.add(experiment.getClass().getName());
    arguments.add(Integer.toString(plan.warmups()));
    arguments.add(Integer.toString(plan.repeats()));
    with.values().forEach((name, value) -> arguments.add(name + "=" + value));
    program = JavaProcess.builder(ChildMain.class, arguments.toArray(String[]::new));
  }

  @Override
  public Termination execute(ObservationsBuilder seen, ProgressListener listener)
      throws InterruptedException {
    try (var temp = new TempDirectory()) {
      program.command().add(1, temp.option());
      mark.putOn(program);
      return follow(start(), seen, listener);
    } catch (IOException refused) {
      return Termination.failed(
          "No JVM could be started for the run: " + refused.getMessage() + ".");
    }
  }

  private Termination follow(Process jvm, ObservationsBuilder seen, ProgressListener listener)
      throws InterruptedException {
    var frames = Thread.ofPlatform().daemon().start(() -> takeFrames(jvm, seen, listener));
    var errors =
        Thread.ofPlatform().daemon().start(() -> lastWords.readAll(jvm.errorReader(UTF_8)));
    jvm.waitFor();
    ProcessTree.endMarked(mark);
    frames.join(PIPES_LIMIT);
    errors.join(PIPES_LIMIT);
    closeOrders(jvm);
    return withLastWords(end == null ? died(jvm.exitValue()) : end);
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (child != null) {
      orderStop(child);
    }
  }

  private synchronized Process start() throws IOException {
    child = program.start();
    if (stopped) {
      orderStop(child);
    }
    return child;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private void orderStop(Process jvm) {
    try {
      jvm.getOutputStream().write('\n');
      jvm.getOutputStream().flush();
    } catch (IOException alreadyGone) {
      // Then there is nothing to stop.
    }
    endAfterGrace(jvm);
  }

  private void endAfterGrace(Process jvm) {
    Thread.startVirtualThread(
        () -> {
          try {
            if (!jvm.waitFor(grace)) {
              ProcessTree.end(Stream.of(jvm.toHandle()));
            }
          } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void takeFrames(Process jvm, ObservationsBuilder seen, ProgressListener listener) {
    var expected = 0L;
    try (var lines = jvm.inputReader(UTF_8)) {
      for (String line; (line = lines.readLine()) != null; ) {
        switch (Frame.read(line).orElse(null)) {
          case Frame.Seen(var number, var observations) -> {
            noteIfLost(number - expected, seen);
            seen.add(observations);
            expected = number + 1;
          }
          case Frame.Share(var share) -> listener.at(share);
          case Frame.Over(var number, var how) -> {
            noteIfLost(number - expected, seen);
            end = how;
            endAfterGrace(jvm);
          }
          case null -> lastWords.add(line + "\n");
        }
      }
    } catch (IOException closed) {
      // The JVM is gone; how, its exit code says.
    } catch (RuntimeException ours) {
      end = Termination.failed("The workbook failed with " + Termination.sentence(ours) + ".");
      ProcessTree.end(Stream.of(jvm.toHandle()));
    }
  }

  private static void noteIfLost(long frames, ObservationsBuilder seen) {
    if (frames != 0) {
      seen.note("Some observations were lost on their way to the workbook.");
    }
  }

  private static void closeOrders(Process jvm) {
    try {
      jvm.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // Nothing is lost: the JVM has ended.
    }
  }

  /// What to make of a JVM that ended without saying how its run went.
  private Termination died(int exitCode) {
    if (isStopped()) {
      return new Termination(
          Termination.CANCELLED.ending(),
          "It did not end when interrupted, so it was ended by force.");
    }
    if (exitCode == ChildMain.OUT_OF_MEMORY) {
      return Termination.failed("The run's JVM ran out of memory.");
    }
    if (exitCode > SIGNALS) {
      return Termination.failed("The run's JVM was ended by signal " + (exitCode - SIGNALS) + ".");
    }
    return Termination.failed(
        "The run's JVM ended with exit code %d before the run was over.".formatted(exitCode));
  }

  private Termination withLastWords(Termination how) {
    var lines = lastWords.lines();
    return how.ending() != Result.Ending.FAILED || lines.isEmpty()
        ? how
        : Termination.failed(how.trouble() + " It last wrote:\n" + String.join("\n", lines));
  }
}
