package _01_processes.lab;

import java.io.IOException;
import workbook.Await;
import workbook.Recorder;

/// Starts things of one kind, one after the other, and times each from its start to its end.
record StartTimer(int starts, String quantity, Recorder record) {
  /// Starts one of a kind, and blocks until it has ended.
  interface Start {
    void andWait() throws IOException, InterruptedException;
  }

  void time(String kind, Start start) throws IOException, InterruptedException {
    for (var started = 0; started < starts; started++) {
      var begin = System.nanoTime();
      start.andWait();
      record.sample(quantity, "us", kind, (System.nanoTime() - begin) / 1e3);
    }
  }

  void time(String kind, ProcessBuilder program) throws IOException, InterruptedException {
    time(kind, () -> startAndWait(program));
  }

  private static void startAndWait(ProcessBuilder program)
      throws IOException, InterruptedException {
    var child = program.start();
    try {
      if (!child.waitFor(Await.LIMIT) || child.exitValue() != 0) {
        throw new IOException(program.command().getFirst() + " failed.");
      }
    } finally {
      child.destroyForcibly();
    }
  }
}
