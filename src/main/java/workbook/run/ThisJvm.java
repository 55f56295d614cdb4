package workbook.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.Experiment;
import workbook.Parameters;
import workbook.RunPlan;
import workbook.process.ProcessTree;

/// The JVM of the workbook itself. An experiment here starts at once, but a thread of it that
/// ignores interruption cannot be ended.
///
/// Child processes that were started meanwhile are taken for the experiment's, so only one
/// experiment at a time should run here.
final class ThisJvm implements RunEnvironment {
  private final QueueingRecorder recorder = new QueueingRecorder();
  private final RunExecution execution;
  private final ThreadGroup group;
  private final Duration grace;
  private volatile boolean stopped;
  private volatile long stoppedAt;
  private volatile Termination end;

  ThisJvm(String name, Experiment experiment, Parameters with, RunPlan plan, Duration grace) {
    this.grace = grace;
    execution = new RunExecution(experiment, with, plan.warmups(), plan.repeats(), recorder);
    group =
        new ThreadGroup("run " + name) {
          @Override
          public void uncaughtException(Thread thread, Throwable problem) {
            recorder.uncaught(thread, problem);
          }
        };
  }

  @Override
  public Termination execute(ObservationsBuilder seen, ProgressListener listener)
      throws InterruptedException {
    var childrenBefore = children();
    var runner = new Thread(group, () -> end = execution.execute(), "experiment");
    runner.setDaemon(true); // so that no experiment keeps the workbook from leaving
    runner.start();
    while (!runner.join(PULSE) && !graceIsOver()) {
      listener.at(recorder.share());
      recorder.drain(seen, Integer.MAX_VALUE);
    }
    var children = children();
    children.removeAll(childrenBefore);
    ProcessTree.end(children.stream());
    var left = endThreads();
    recorder.close();
    recorder.drain(seen, Integer.MAX_VALUE);
    if (!left.isEmpty()) {
      seen.note(
          "Still running in this JVM, ignoring interruption: " + String.join(", ", left) + ".");
    }
    return end == null ? Termination.CANCELLED : end;
  }

  @Override
  public void stop() {
    stoppedAt = System.nanoTime();
    stopped = true;
    execution.stop();
  }

  private boolean graceIsOver() {
    return stopped && System.nanoTime() - stoppedAt > grace.toNanos();
  }

  /// Interrupts the platform threads that the experiment left behind and waits for them a while.
  ///
  /// @return the names of those that did not end
  private List<String> endThreads() throws InterruptedException {
    var threads = new Thread[group.activeCount() + 10];
    group.enumerate(threads);
    var left = Arrays.stream(threads).filter(Objects::nonNull).toList();
    left.forEach(Thread::interrupt);
    for (var thread : left) {
      thread.join(grace.dividedBy(left.size()));
    }
    return left.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }
}
