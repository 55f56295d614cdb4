package _09_futures.lab;

import _09_futures.BlockingElsewhere;
import _09_futures.LoopbackSite;
import java.io.IOException;
import workbook.Recorder;
import workbook.process.PythonScript;

/// The Python twin: it loads the page from a site of ours, in both ways.
final class RunBlockingTwin {
  private RunBlockingTwin() {}

  /// Runs it, where there is a Python, and records what it saw. Blocks until it has ended.
  ///
  /// @param bytes how long the page is
  /// @param delay milliseconds until the site answers
  /// @return how often it ticked while a pool waited for the page; 1 where there is no Python
  static int load(int bytes, int delay, Recorder record) throws IOException, InterruptedException {
    var ticks = 1;
    try (var site = new LoopbackSite(bytes, delay, () -> {})) {
      var url = site.uri().toString();
      for (var line : PythonScript.run(BlockingElsewhere.class, "run_blocking.py", record, url)) {
        var cells = line.split("\t");
        ticks = Integer.parseInt(cells[2]); // the pool's turn comes last
        record.sample(RunBlockingFindings.TICKS, "ticks", cells[0], ticks);
        record.sample(RunBlockingFindings.BYTES, "bytes", cells[0], Integer.parseInt(cells[1]));
      }
    }
    return ticks;
  }
}
