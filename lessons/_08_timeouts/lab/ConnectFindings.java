package _08_timeouts.lab;

import static _08_timeouts.lab.ConnectTimeout.CONNECT;
import static _08_timeouts.lab.ConnectTimeout.READ;
import static _08_timeouts.lab.ConnectTimeout.REFUSED;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Series.Point;

/// What ended the wait for a server that never accepts.
final class ConnectFindings {
  private ConnectFindings() {}

  static Findings of(Parameters with, Observations seen) {
    var ended =
        List.of(CONNECT, READ, REFUSED).stream().filter(one -> seen.count(one) > 0).toList();
    if (ended.size() != 1) {
      return Findings.cannotTell(
          "One of the two limits should have ended every wait, but it was %s. Run it again."
              .formatted(ended.isEmpty() ? "neither" : ended));
    }
    var answer = ended.getFirst();
    var room = with.choice("queue").equals("room");
    var findings = Findings.answer(answer).claim(claim(room), room == answer.equals(READ), answer);
    return answer.equals(REFUSED)
        ? findings.note("This system refuses when a queue is full. Linux says nothing.")
        : inTime(findings, with.count("limit"), seen.samples(ConnectTimeout.WAITED, answer).get());
  }

  private static String claim(boolean room) {
    return room
        ? "With room in the queue, the kernel connects us without asking its program."
        : "With a full queue, nobody is connected.";
  }

  private static Findings inTime(Findings findings, int limit, Point waits) {
    var shortest = waits.quantile(0);
    return findings.claim(
        "The limit never fires a whole millisecond early.",
        shortest > limit - 1,
        "%.1f ms of %d".formatted(shortest, limit));
  }
}
