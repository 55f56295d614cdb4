package _08_timeouts.lab;

import workbook.Findings;
import workbook.Observations;

/// What became of each read that was interrupted.
final class InterruptFindings {
  private InterruptFindings() {}

  static Findings of(Observations seen) {
    var virtual = Ending.of(InterruptARead.VIRTUAL, seen);
    var channel = Ending.of(InterruptARead.CHANNEL, seen);
    var shortReads = Ending.of(InterruptARead.SHORT_READS, seen);
    var closed = Ending.of(InterruptARead.CLOSED, seen);
    var flag = seen.fact(InterruptARead.FLAG).orElse("nobody looked");
    return answer(Ending.of(InterruptARead.PLATFORM, seen))
        .claim(
            "The interruption isn't lost: the platform thread is marked after its read.",
            flag.equals("yes"),
            flag)
        .claim(
            "A virtual thread notices: its read throws a SocketException.",
            virtual.startsWith("SocketException"),
            virtual)
        .claim(
            "A channel notices, whatever the thread.",
            channel.startsWith("ClosedByInterruptException"),
            channel)
        .claim(
            "Between short reads, a platform thread can look for itself.",
            shortReads.startsWith("InterruptedException"),
            shortReads)
        .claim("Closing the socket ends a read.", closed.startsWith("SocketException"), closed);
  }

  private static Findings answer(String platform) {
    if (platform.startsWith("InterruptedException")) {
      return Findings.answer("it throws an InterruptedException");
    }
    if (platform.startsWith("SocketException")) {
      return Findings.answer("it throws a SocketException");
    }
    return platform.equals(Reading.WAITS)
        ? Findings.answer("nothing: it keeps waiting")
        : Findings.cannotTell("The read %s. Run it again.".formatted(platform));
  }
}
