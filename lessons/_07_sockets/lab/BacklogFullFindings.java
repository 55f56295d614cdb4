package _07_sockets.lab;

import java.util.List;
import java.util.Map;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;
import workbook.Series.Point;

/// How many clients were connected though nobody accepted them.
final class BacklogFullFindings {
  private static final String CONNECTED = "clients connected";
  private static final String NOBODY_ACCEPTS = "while nobody accepts";
  static final String AFTER_ACCEPT = "after one accept()";
  static final String NOBODY_LISTENS = "where nobody listens";
  private static final String SYSTEM = "operating system";

  /// What it means when `connect()` ends so, while somebody listens.
  private static final Map<String, String> MEANING =
      Map.of(
          "connected", "the kernel answered",
          "refused", "the queue is full",
          "timed out", "the queue is full");

  private BacklogFullFindings() {}

  static void connected(int clients, Recorder record) {
    record.sample(CONNECTED, "clients", NOBODY_ACCEPTS, clients);
    record.fact(SYSTEM, System.getProperty("os.name"));
  }

  static void ended(String ending, Recorder record) {
    var expected = ending.equals("connected") ? Expectation.ACCEPTABLE : Expectation.INTERESTING;
    record.outcome(ending, expected, 1, MEANING.getOrDefault(ending, ""));
  }

  static Findings of(int backlog, Observations seen) {
    var connected =
        seen.samples(CONNECTED, NOBODY_ACCEPTS).map(Point::samples).orElse(List.of()).stream()
            .map(Double::intValue)
            .distinct()
            .toList();
    var afterAccept = seen.fact(AFTER_ACCEPT).orElse("nobody tried");
    var nobodyListens = seen.fact(NOBODY_LISTENS).orElse("nobody tried");
    var findings =
        answer(connected, backlog)
            .claim(
                "Clients are connected though nobody has accepted them.",
                !connected.isEmpty() && !connected.contains(0),
                "connected: " + connected)
            .claim(
                "One call of accept() makes room for one client.",
                afterAccept.equals("connected"),
                afterAccept)
            .claim(
                "Where nobody listens, a client is refused.",
                nobodyListens.equals("refused"),
                nobodyListens);
    return seen.fact(SYSTEM).orElse("").equals("Linux")
        ? findings.claim(
            "Linux keeps one connection more than the backlog says.",
            connected.equals(List.of(backlog + 1)),
            "backlog %d, connected %s".formatted(backlog, connected))
        : findings.note(
            "Each system decides for itself how many clients may wait beyond the backlog.");
  }

  private static Findings answer(List<Integer> connected, int backlog) {
    if (connected.size() != 1 || connected.getFirst() > 2 * backlog) {
      return Findings.cannotTell("The queue did not fill up the same way each time. Run it again.");
    }
    return Findings.answer("" + connected.getFirst());
  }
}
