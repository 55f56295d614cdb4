package _12_async.lab;

import workbook.Findings;
import workbook.Observations;

/// What the clients of an echo server heard, and what it says.
final class EchoLoopFindings {
  private EchoLoopFindings() {}

  static Findings of(Observations seen, String message) {
    var echo = seen.fact("echo on a loop").orElse("nothing");
    var python = Said.by(Said.PYTHON, seen);
    var findings =
        answer(seen)
            .claim("A client on a loop of its own hears its echo.", echo.equals(message), echo);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's clients talk to it, too.",
            python.getLast().equals("asyncio: heard hello World!")
                && Said.by("server", seen).contains("heard ping"),
            String.join("; ", python));
  }

  private static Findings answer(Observations seen) {
    if (seen.fact("echo in the end").isEmpty()) {
      return Findings.cannotTell("The clients could not connect, or were cut off: see the notes.");
    }
    if (isTrue("echo while the others are rude", seen)) {
      return Findings.answer("its echo, at once");
    }
    return Findings.answer(
        isTrue("echo in the end", seen)
            ? "its echo, once the first has left"
            : "nothing: the loop has died");
  }

  private static boolean isTrue(String fact, Observations seen) {
    return seen.fact(fact).filter("true"::equals).isPresent();
  }
}
