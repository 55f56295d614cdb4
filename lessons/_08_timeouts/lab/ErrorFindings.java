package _08_timeouts.lab;

import workbook.Findings;
import workbook.Observations;

/// What each call said of the other side.
final class ErrorFindings {
  private ErrorFindings() {}

  static Findings of(Observations seen) {
    var nobody = Ending.of(Errors.NOBODY, seen);
    var closed = Ending.of(Errors.CLOSED, seen);
    var reset = Ending.of(Errors.RESET, seen);
    var written = Ending.of(Errors.WRITTEN, seen);
    return answer(written, seen)
        .claim(
            "Where nobody listens, connect() throws a ConnectException.",
            nobody.startsWith("ConnectException"),
            nobody)
        .claim("After an orderly close, read() returns -1.", closed.equals("returns -1"), closed)
        .claim(
            "After a reset, read() throws a SocketException.",
            reset.startsWith("SocketException"),
            reset)
        .claim(
            "Writing to a connection that the server has closed ends in a SocketException.",
            written.startsWith("SocketException"),
            written);
  }

  private static Findings answer(String written, Observations seen) {
    var succeeded = seen.fact(Errors.SUCCEEDED);
    if (succeeded.isEmpty()) {
      return Findings.cannotTell("The client never wrote. Run it again.");
    }
    if (written.startsWith("returns ")) {
      return Findings.answer("none: the bytes vanish");
    }
    return Findings.answer(succeeded.get().equals("0") ? "the first" : "a later one");
  }
}
