package _11_ipc.lab;

import _11_ipc.MechanismType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;
import workbook.Series;

/// Which mechanism echoes one byte soonest.
final class RoundTripFindings {
  static final String ROUND_TRIP = "round trip";
  private static final String RIGHT = "what was sent";
  private static final String WRONG = "something else";
  static final List<Integer> LENGTHS = List.of(1, 1 << 10, 1 << 16, 1 << 20);

  private RoundTripFindings() {}

  static void recordEchoes(long right, long wrong, Recorder record) {
    record.outcome(RIGHT, Expectation.ACCEPTABLE, right, "");
    record.outcome(WRONG, Expectation.FORBIDDEN, wrong, "");
  }

  static Findings of(Observations seen) {
    var echoed = seen.of(ROUND_TRIP);
    return answer(seen)
        .claim(
            "Every echo is what was sent.",
            seen.count(RIGHT) > 0 && seen.count(WRONG) == 0,
            "%,d right, %,d wrong".formatted(seen.count(RIGHT), seen.count(WRONG)))
        .claim(
            "Whatever carries one byte carries a megabyte, too.",
            !echoed.isEmpty()
                && echoed.stream().allMatch(each -> each.points().size() == LENGTHS.size()),
            "%d mechanisms carried something".formatted(echoed.size()));
  }

  private static Findings answer(Observations seen) {
    var byTime =
        seen.of(ROUND_TRIP).stream()
            .filter(series -> oneByte(series).isPresent())
            .sorted(Comparator.comparing(series -> oneByte(series).orElseThrow().median()))
            .toList();
    if (byTime.isEmpty()) {
      return Findings.cannotTell("No message came back. Run it again.");
    }
    var first = byTime.getFirst();
    var kind = kind(first.name());
    var next = byTime.stream().filter(one -> !kind(one.name()).equals(kind)).findFirst();
    if (next.isPresent() && !surely(first, next.get())) {
      return Findings.cannotTell(
          "%s and %s are too close to tell: see the quartiles. Run it again when it's quiet."
              .formatted(first.name(), next.get().name()));
    }
    return Findings.answer(kind);
  }

  private static Optional<Series.Point> oneByte(Series series) {
    return series.points().stream().filter(point -> point.at() == 1).findFirst();
  }

  private static boolean surely(Series sooner, Series later) {
    return oneByte(sooner).orElseThrow().clearlyBelow(oneByte(later).orElseThrow());
  }

  private static String kind(String id) {
    return switch (MechanismType.of(id)) {
      case FILE_LOCK, MAILBOX -> "a file";
      case TCP, UNIX_SOCKET, RMI -> "a socket";
      case PIPE, NAMED_PIPE -> "a pipe";
      case MESSAGE_QUEUE -> "a message queue";
      case SIGNAL, SEMAPHORE, SHARED_MEMORY, MAPPED_FILE -> "memory that both have mapped";
    };
  }
}
