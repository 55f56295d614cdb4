package _08_timeouts.lab;

import _07_sockets.lab.Party;
import workbook.Findings;
import workbook.MessageEvent;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// Which answer each client read to its question 2.
final class LateAnswerFindings {
  private static final String NOT_ASKED = "was not asked";

  private LateAnswerFindings() {}

  static Findings of(int limit, Observations seen) {
    var same = seen.fact(ReadTimeout.SAME).orElse(NOT_ASKED);
    var fresh = seen.fact(ReadTimeout.NEW).orElse(NOT_ASKED);
    var waited = waited(seen);
    return answer(same)
        .claim(
            "The client gives up on question 1, and not before its limit.",
            waited >= limit,
            "%.1f ms of %d".formatted(waited, limit))
        .claim(
            "On the same connection, the late answer comes first.",
            same.equals("returns answer 1"),
            "question 2 " + same)
        .claim(
            "On a new connection, question 2 gets its own answer.",
            fresh.equals("returns answer 2"),
            "question 2 " + fresh);
  }

  private static Findings answer(String same) {
    return switch (same) {
      case NOT_ASKED -> Findings.cannotTell("Question 2 was never asked. Run it again.");
      case "returns answer 1" -> Findings.answer("the answer to question 1");
      case "returns answer 2" -> Findings.answer("the answer to question 2");
      default -> Findings.answer("neither: the connection is broken");
    };
  }

  /// Milliseconds from the first question until the client gave up; 0 when it never did.
  private static double waited(Observations seen) {
    var client = seen.turns().stream().filter(turn -> turn.party().equals("client")).toList();
    var asked = client.stream().filter(turn -> turn.act() == Act.WRITES).findFirst();
    var gaveUp = client.stream().filter(turn -> turn.text().startsWith(Party.GIVES_UP)).findFirst();
    return asked.isEmpty() || gaveUp.isEmpty() ? 0 : millis(asked.get(), gaveUp.get());
  }

  private static double millis(MessageEvent from, MessageEvent to) {
    return (to.at() - from.at()) / 1e6;
  }
}
