package workbook.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workbook.Chart;
import workbook.MessageEvent;

/// The turns of a conversation, and which of them took what another sent.
///
/// @param parties from left to right
/// @param turns in the order of time
/// @param arrows from what was sent to what took it, in the order of taking
record Conversation(List<String> parties, List<MessageEvent> turns, List<Arrow> arrows) {
  /// What one party sent reached another.
  ///
  /// @param from the number of the turn that sent, counted from 0
  /// @param to the number of the turn that took all or some of it
  /// @param bytes how many; 0 where the turn is a sign, for example that a connection is wanted
  record Arrow(int from, int to, int bytes) {}

  /// The turns of a chart's parties, connected by counting bytes.
  static Conversation of(Chart.Conversation chart, List<MessageEvent> all) {
    var turns = all.stream().filter(event -> isAmong(chart.parties(), event)).toList();
    return new Conversation(chart.parties(), turns, Matching.arrows(turns));
  }

  /// The look of a party, counted from the left.
  Look look(int lane) {
    return Looks.of(parties).of(parties.get(lane));
  }

  private static boolean isAmong(List<String> parties, MessageEvent event) {
    return parties.contains(event.party())
        && (event.peer().isEmpty() || parties.contains(event.peer()));
  }

  /// The lane of the party whose turn it is, from 0 at the left.
  int lane(MessageEvent event) {
    return parties.indexOf(event.party());
  }

  /// The turns whose bytes, or whose sign, a turn took.
  List<Integer> takenBy(int turn) {
    return arrows.stream().filter(arrow -> arrow.to() == turn).map(Arrow::from).toList();
  }

  /// What to add to a turn whose peer did not take all of it; empty for every other turn.
  String leftOver(int turn) {
    var arrived = arrows.stream().filter(arrow -> arrow.from() == turn).toList();
    var bytes = arrived.stream().mapToInt(Arrow::bytes).sum();
    var sent = turns.get(turn).bytes();
    return switch (turns.get(turn).act()) {
      case CONNECTS -> arrived.isEmpty() ? ", not accepted" : "";
      case WRITES -> bytes == 0 ? ", not read" : bytes < sent ? ", only " + bytes + " read" : "";
      case ACCEPTS, READS, ENDS, SEES_END, DOES -> "";
    };
  }

  /// Nanoseconds since the first turn.
  long since(MessageEvent event) {
    return event.at() - turns.getFirst().at();
  }

  TimeScale moments() {
    return TimeScale.upTo(since(turns.getLast()));
  }

  /// Goes through the turns in the order of time and keeps what was sent and not yet taken.
  private static final class Matching {
    /// @param act the one that sends: connecting, writing or ending
    private record Way(String from, String to, MessageEvent.Act act) {}

    private record Sent(int turn, int bytes) {}

    private final Map<Way, Deque<Sent>> underway = new HashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();

    static List<Arrow> arrows(List<MessageEvent> turns) {
      var matching = new Matching();
      for (var turn = 0; turn < turns.size(); turn++) {
        matching.add(turn, turns.get(turn));
      }
      return List.copyOf(matching.arrows);
    }

    private void add(int number, MessageEvent event) {
      switch (event.act()) {
        case CONNECTS -> {
          underway.keySet().removeIf(way -> isBetween(way, event));
          send(number, event);
        }
        case WRITES, ENDS -> send(number, event);
        case ACCEPTS -> takeSign(number, sentTo(event, MessageEvent.Act.CONNECTS));
        case SEES_END -> takeSign(number, sentTo(event, MessageEvent.Act.ENDS));
        case READS -> takeBytes(number, event.bytes(), sentTo(event, MessageEvent.Act.WRITES));
        case DOES -> {}
      }
    }

    private static boolean isBetween(Way way, MessageEvent event) {
      return Set.of(way.from(), way.to()).equals(Set.of(event.party(), event.peer()));
    }

    private void send(int number, MessageEvent event) {
      underway
          .computeIfAbsent(
              new Way(event.party(), event.peer(), event.act()), none -> new ArrayDeque<>())
          .add(new Sent(number, event.bytes()));
    }

    private Deque<Sent> sentTo(MessageEvent taker, MessageEvent.Act act) {
      return underway.getOrDefault(new Way(taker.peer(), taker.party(), act), new ArrayDeque<>());
    }

    private void takeSign(int taker, Deque<Sent> sent) {
      if (!sent.isEmpty()) {
        arrows.add(new Arrow(sent.remove().turn(), taker, 0));
      }
    }

    private void takeBytes(int taker, int bytes, Deque<Sent> sent) {
      var wanted = bytes;
      while (wanted > 0 && !sent.isEmpty()) {
        var first = sent.remove();
        arrows.add(new Arrow(first.turn(), taker, Math.min(wanted, first.bytes())));
        if (first.bytes() > wanted) {
          sent.addFirst(new Sent(first.turn(), first.bytes() - wanted));
        }
        wanted -= first.bytes();
      }
    }
  }
}
