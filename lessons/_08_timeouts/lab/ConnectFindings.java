package _08_timeouts.lab;

import static _08_timeouts.lab.ConnectTimeout.CONNECT;
import static _08_timeouts.lab.ConnectTimeout.READ;
import static _08_timeouts.lab.ConnectTimeout.REFUSED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;

/// What ended the wait for a server that never accepts.
final class ConnectFindings {
  private static final String NOT_FULL =
      "The queue wasn't full yet: the machine was too busy to fill it. Run it again.";

  private ConnectFindings() {}

  static Findings of(Parameters with, Observations seen) {
    var ended =
        List.of(CONNECT, READ, REFUSED).stream().filter(one -> seen.count(one) > 0).toList();
    if (ended.size() != 1) {
      var unclear =
          Findings.cannotTell(
              "One of the two limits should have ended every wait, but it was %s. Run it again."
                  .formatted(ended.isEmpty() ? "neither" : ended));
      return inTime(unclear, with.count("limit"), seen);
    }
    var answer = ended.getFirst();
    var room = with.choice("queue").equals("room");
    var later = seen.fact(QueueControl.MORE_TIME).equals(Optional.of(QueueControl.CONNECTED));
    if (later && !room) {
      return inTime(Findings.cannotTell(NOT_FULL), with.count("limit"), seen);
    }
    var connected = later || answer.equals(READ);
    var findings =
        (later ? tooBusy(with.count("limit")) : Findings.answer(answer))
            .claim(
                claim(room), room == connected, later ? "connected when given more time" : answer);
    return answer.equals(REFUSED)
        ? findings.note("This system refuses when a queue is full. Linux says nothing.")
        : inTime(findings, with.count("limit"), seen);
  }

  /// With more time, the kernel connects one client more: there was room, but the limit fired.
  private static Findings tooBusy(int limit) {
    return Findings.cannotTell(
        "The machine was too busy to connect within %d ms. Run it again, or choose a larger --limit."
            .formatted(limit));
  }

  private static String claim(boolean room) {
    return room
        ? "With room in the queue, the kernel connects us without asking its program."
        : "With a full queue, nobody is connected.";
  }

  /// A claim about every wait that a limit ended, whichever it was.
  private static Findings inTime(Findings findings, int limit, Observations seen) {
    var shortest =
        Stream.of(CONNECT, READ)
            .flatMap(by -> seen.samples(ConnectTimeout.WAITED, by).stream())
            .mapToDouble(waits -> waits.quantile(0))
            .min();
    return shortest.isEmpty()
        ? findings
        : findings.claim(
            "The limit never fires a whole millisecond early.",
            shortest.getAsDouble() > limit - 1,
            "%.1f ms of %d".formatted(shortest.getAsDouble(), limit));
  }
}
