package _13_websockets.lab;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// In which orders the clients heard the messages of two threads, and whether they heard all.
final class OrderFindings {
  static final String UNLOCKED = "without a lock";
  static final String LOCKED = "with a lock";
  static final String ORDERS = "orders";
  static final String TIME = "time";
  static final String LOST = "messages lost";
  static final String TWICE = "messages heard twice";
  static final String SWAPPED = "clients that heard a thread out of order";

  private OrderFindings() {}

  static void record(String name, int messages, List<List<String>> heard, Recorder record) {
    var lost = 0;
    var twice = 0;
    var swapped = 0;
    for (var mine : heard) {
      var different = new HashSet<>(mine).size();
      lost += 2 * messages - different;
      twice += mine.size() - different;
      swapped += inOrder("a", messages, mine) && inOrder("b", messages, mine) ? 0 : 1;
    }
    record.sample(ORDERS, "orders", name, heard.stream().map(List::copyOf).distinct().count());
    record.sample(LOST, "messages", name, lost);
    record.sample(TWICE, "messages", name, twice);
    record.sample(SWAPPED, "clients", name, swapped);
  }

  private static boolean inOrder(String who, int messages, List<String> heard) {
    var expected = IntStream.range(0, messages).mapToObj(n -> who + " " + n).toList();
    return heard.stream().filter(message -> message.startsWith(who)).toList().equals(expected);
  }

  static Findings of(Observations seen) {
    var orders = value(ORDERS, LOCKED, seen);
    return answer(value(ORDERS, UNLOCKED, seen))
        .claim("No message is lost.", none(LOST, seen), both(LOST, seen))
        .claim("No message is heard twice.", none(TWICE, seen), both(TWICE, seen))
        .claim("Each thread's own order is kept.", none(SWAPPED, seen), both(SWAPPED, seen))
        .claim(
            "With a lock, everybody hears the same order.",
            orders == 1,
            "%,.0f orders".formatted(orders));
  }

  private static boolean none(String quantity, Observations seen) {
    return value(quantity, UNLOCKED, seen) == 0 && value(quantity, LOCKED, seen) == 0;
  }

  private static String both(String quantity, Observations seen) {
    return "%,.0f without a lock, %,.0f with one"
        .formatted(value(quantity, UNLOCKED, seen), value(quantity, LOCKED, seen));
  }

  private static double value(String quantity, String name, Observations seen) {
    return seen.samples(quantity, name).map(Point::median).orElse(-1.0);
  }

  private static Findings answer(double orders) {
    if (orders < 1) {
      return Findings.cannotTell("Nobody listened. Run it again.");
    }
    return Findings.answer(orders == 1 ? "one: everybody hears the same" : "several");
  }
}
