package _08_timeouts.lab;

import static _08_timeouts.lab.Reading.WAITS;
import static _08_timeouts.lab.SettimeoutThreeWays.CHANNEL;
import static _08_timeouts.lab.SettimeoutThreeWays.NON_BLOCKING;
import static _08_timeouts.lab.SettimeoutThreeWays.SOME;
import static _08_timeouts.lab.SettimeoutThreeWays.STREAM;
import static _08_timeouts.lab.SettimeoutThreeWays.ZERO;

import workbook.Findings;
import workbook.Observations;

/// How each read ended that found nothing.
final class SettimeoutFindings {
  private static final String TIMES_OUT = "SocketTimeoutException";

  private SettimeoutFindings() {}

  static Findings of(Observations seen) {
    var some = Ending.of(SOME, seen);
    var stream = Ending.of(STREAM, seen);
    var channel = Ending.of(CHANNEL, seen);
    var nonBlocking = Ending.of(NON_BLOCKING, seen);
    var findings =
        answer(Ending.of(ZERO, seen))
            .claim("A limit above 0 ends a socket's read.", some.startsWith(TIMES_OUT), some)
            .claim(
                "It ends a read from the stream of a channel's socket, too.",
                stream.startsWith(TIMES_OUT),
                stream)
            .claim("It doesn't end a read of the channel itself.", channel.equals(WAITS), channel)
            .claim(
                "A channel that doesn't block returns 0.",
                nonBlocking.equals("returns 0"),
                nonBlocking);
    var python = Ending.of("Python: settimeout(0)", seen);
    return python.equals(Ending.NEVER)
        ? findings
        : findings.claim(
            "In Python, a timeout of 0 means not to wait.",
            python.startsWith("BlockingIOError"),
            python);
  }

  private static Findings answer(String zero) {
    if (zero.startsWith(TIMES_OUT)) {
      return Findings.answer("throws a SocketTimeoutException at once");
    }
    return switch (zero) {
      case WAITS -> Findings.answer(WAITS);
      case "returns 0" -> Findings.answer("returns 0 at once");
      default -> Findings.cannotTell("The read %s. Run it again.".formatted(zero));
    };
  }
}
