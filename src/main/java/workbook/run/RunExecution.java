package workbook.run;

import workbook.Experiment;
import workbook.Parameters;

/// An experiment being run as often as its procedure says: warm-ups, then repeats.
final class RunExecution {
  private final Experiment experiment;
  private final Parameters with;
  private final int warmups;
  private final int repeats;
  private final QueueingRecorder recorder;
  private Thread runner; // null before and after; guarded by this
  private boolean stopped; // guarded by this

  RunExecution(
      Experiment experiment, Parameters with, int warmups, int repeats, QueueingRecorder recorder) {
    this.experiment = experiment;
    this.with = with;
    this.warmups = warmups;
    this.repeats = repeats;
    this.recorder = recorder;
  }

  /// Runs on the calling thread, to the end or until [#stop].
  ///
  /// @return how it ended: complete, cancelled or failed
  Termination execute() {
    setRunner(Thread.currentThread());
    try {
      for (var run = 0; run < warmups + repeats; run++) {
        if (isStopped()) {
          return Termination.CANCELLED;
        }
        recorder.begin(run, warmups + repeats, run >= warmups);
        experiment.run(with, recorder);
      }
      if (isStopped()) {
        return Termination.CANCELLED;
      }
      recorder.begin(warmups + repeats, warmups + repeats, true);
      return Termination.COMPLETE;
    } catch (Throwable problem) { // an OutOfMemoryError, too, is a result of an experiment
      return isStopped() ? Termination.CANCELLED : Termination.failed(problem);
    } finally {
      setRunner(null);
    }
  }

  /// Asks the experiment to end by interrupting its thread. Returns at once.
  synchronized void stop() {
    stopped = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  private synchronized void setRunner(Thread thread) {
    runner = thread;
    if (thread == null) {
      Thread.interrupted(); // a stop that came too late is not for the caller
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
