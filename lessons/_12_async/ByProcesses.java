package _12_async;

import java.io.IOException;

/// Processes: each has memory of its own, and gets its orders through a pipe.
public final class ByProcesses implements Way {
  @Override
  public void hold(int jobs, Runnable whileAllWait) throws IOException, InterruptedException {
    try (var processes = new JobProcesses(jobs)) {
      whileAllWait.run();
      processes.end();
    }
  }

  @Override
  public long compute(int jobs, int steps) throws IOException, InterruptedException {
    try (var processes = new JobProcesses(jobs)) {
      var began = System.nanoTime();
      processes.tell(Integer.toString(steps));
      processes.hear();
      var ended = System.nanoTime();
      processes.end();
      return ended - began;
    }
  }

  @Override
  public void addTwice() throws IOException, InterruptedException {
    try (var processes = new JobProcesses(2)) {
      processes.tell("add");
      processes.hear();
      processes.end();
    }
  }

  @Override
  public void fail() throws IOException, InterruptedException {
    try (var processes = new JobProcesses(1)) {
      processes.tell("fail");
      processes.end(); // all that comes back is the exit code
    }
  }
}
