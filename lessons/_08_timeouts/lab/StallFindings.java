package _08_timeouts.lab;

import workbook.Findings;
import workbook.Observations;

/// How the writes to a server that doesn't read ended.
final class StallFindings {
  private StallFindings() {}

  static Findings of(Observations seen) {
    var stalled = Ending.of(WriteStall.STALLED, seen);
    var closed = Ending.of(WriteStall.CLOSED, seen);
    var limited = Ending.of(WriteStall.LIMITED, seen);
    return answer(stalled)
        .claim("write() waits longer than the limit of read().", stalled.equals("waits"), stalled)
        .claim(
            "Closing the socket from another thread ends the write.",
            closed.startsWith("SocketException"),
            closed)
        .claim(
            "An asynchronous channel's write has a limit of its own.",
            limited.startsWith("InterruptedByTimeoutException"),
            limited);
  }

  private static Findings answer(String stalled) {
    if (stalled.startsWith("SocketTimeoutException")) {
      return Findings.answer("at some point write() throws a SocketTimeoutException");
    }
    if (stalled.startsWith("returns ")) {
      return Findings.answer("nothing: the kernels keep it all");
    }
    return stalled.equals("waits")
        ? Findings.answer("at some point write() waits, and goes on waiting")
        : Findings.cannotTell("The write %s. Run it again.".formatted(stalled));
  }
}
