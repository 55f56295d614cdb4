package _07_sockets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workbook.MessageEvent;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// What two parties did from the moment one connected to the other.
record Exchange(List<MessageEvent> turns) {
  /// All exchanges of these two, in the order of time; several when the run was repeated.
  static List<Exchange> between(String client, String server, Observations seen) {
    var exchanges = new ArrayList<Exchange>();
    for (var turn : seen.turns()) {
      if (turn.party().equals(client) && turn.act() == Act.CONNECTS) {
        exchanges.add(new Exchange(new ArrayList<>()));
      }
      if (!exchanges.isEmpty() && List.of(client, server).contains(turn.party())) {
        exchanges.getLast().turns.add(turn);
      }
    }
    return exchanges;
  }

  /// Whether there was an exchange, and this holds of each.
  static boolean always(List<Exchange> exchanges, Predicate<Exchange> holds) {
    return !exchanges.isEmpty() && exchanges.stream().allMatch(holds);
  }

  /// What a party did of one kind, as a reader of a chart sees it: `"ping"` for a read.
  List<String> texts(String party, Act act) {
    return turns.stream()
        .filter(turn -> turn.party().equals(party) && turn.act() == act)
        .map(MessageEvent::text)
        .toList();
  }

  boolean did(String party, Act act) {
    return !texts(party, act).isEmpty();
  }

  /// Whether a party did something that begins so.
  boolean did(String party, String what) {
    return texts(party, Act.DOES).stream().anyMatch(text -> text.startsWith(what));
  }

  /// What both did, in its order, for example `client writes, server reads`.
  String acts() {
    return turns.stream()
        .map(turn -> turn.party() + " " + verb(turn))
        .collect(Collectors.joining(", "));
  }

  /// What one party did in the latest exchange, for example `server: reads "ping", ends`.
  static String story(String party, List<Exchange> exchanges) {
    return exchanges.isEmpty()
        ? party + ": was never connected"
        : exchanges.getLast().turns.stream()
            .filter(turn -> turn.party().equals(party))
            .map(turn -> turn.bytes() > 0 ? verb(turn) + " " + turn.text() : verb(turn))
            .collect(Collectors.joining(", ", party + ": ", ""));
  }

  private static String verb(MessageEvent turn) {
    return turn.act() == Act.DOES ? turn.text() : turn.act().verb();
  }
}
