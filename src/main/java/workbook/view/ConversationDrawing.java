package workbook.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import workbook.MessageEvent;

/// One line a turn, time downwards: a dot where somebody sends, an arrow where it is taken.
final class ConversationDrawing {
  private static final int FIRST = 40;
  private static final int LAST = 20;

  private final Conversation conversation;
  private final Page page;
  private final int timeRoom;
  private final int room;

  /// Turns that write, each with its number from 1.
  private final Map<Integer, Integer> writes = new HashMap<>();

  private ConversationDrawing(Conversation conversation, Page page) {
    this.conversation = conversation;
    this.page = page;
    timeRoom = Math.max(heading().length(), time(conversation.turns().getLast()).length());
    room = Math.max(12, page.width() - timeRoom - 4);
    for (var turn = 0; turn < conversation.turns().size(); turn++) {
      if (conversation.turns().get(turn).act() == MessageEvent.Act.WRITES) {
        writes.put(turn, writes.size() + 1);
      }
    }
  }

  /// A long conversation loses its middle and says so.
  static String draw(Conversation conversation, Page page) {
    return conversation.turns().isEmpty() ? "" : new ConversationDrawing(conversation, page).draw();
  }

  private String draw() {
    var text = new StringBuilder(line(heading(), names(), TextColor.MUTED));
    for (var turn = 0; turn < conversation.turns().size(); turn++) {
      var left = conversation.turns().size() - FIRST - LAST;
      if (turn == FIRST && left > 1) {
        text.append(line("…", "(" + Numbers.of(left) + " turns left out)", TextColor.MUTED));
        turn += left;
      }
      text.append(line(turn));
    }
    return text.toString();
  }

  private String heading() {
    return conversation.moments().unit();
  }

  private String time(MessageEvent event) {
    return conversation.moments().exact(conversation.since(event));
  }

  private String line(String time, String lanes, TextColor color) {
    var margin = "  " + TerminalText.padLeft(time, timeRoom) + "  ";
    return TextColor.MUTED.on(page, margin) + color.on(page, lanes.stripTrailing()) + "\n";
  }

  private String names() {
    var row = blank(" ");
    for (var lane = 0; lane < conversation.parties().size(); lane++) {
      var name = TerminalText.shorten(conversation.parties().get(lane), Math.max(1, gap() - 1));
      write(row, column(lane) - TerminalText.width(name) * lane / Math.max(1, lanes() - 1), name);
    }
    return String.join("", row);
  }

  private String line(int number) {
    var event = conversation.turns().get(number);
    var row = blank("│");
    var sources = conversation.takenBy(number);
    if (sources.isEmpty()) {
      dot(row, conversation.lane(event), event.peer(), label(number, event));
    } else {
      var from = conversation.lane(conversation.turns().get(sources.getFirst()));
      arrow(row, column(from), column(conversation.lane(event)), label(number, event));
    }
    return line(
        time(event), String.join("", row), conversation.look(conversation.lane(event)).ink());
  }

  private String label(int number, MessageEvent event) {
    var label =
        switch (event.act()) {
          case WRITES -> "writes " + writes.get(number) + ": " + event.text();
          case READS ->
              conversation.takenBy(number).stream()
                  .map(write -> "" + writes.get(write))
                  .collect(Collectors.joining(" + ", "reads ", ": " + event.text()));
          case CONNECTS, ACCEPTS, ENDS, SEES_END -> event.act().verb();
          case DOES -> event.text();
        };
    return TerminalText.clean(label + conversation.leftOver(number));
  }

  /// A dot on the party's lane with its label on the side of the peer.
  private void dot(String[] row, int lane, String peer, String label) {
    var towardsLeft = lane > 0 && (lane == lanes() - 1 || peerLane(peer) < lane);
    var text = TerminalText.shorten(label, Math.max(1, gap() - 3));
    write(row, column(lane), "●");
    write(row, towardsLeft ? column(lane) - 1 - TerminalText.width(text) : column(lane) + 2, text);
  }

  private int peerLane(String peer) {
    return peer.isEmpty() ? lanes() : conversation.parties().indexOf(peer);
  }

  private void arrow(String[] row, int from, int to, String label) {
    var left = Math.min(from, to);
    var right = Math.max(from, to);
    Arrays.fill(row, left + 1, right, "─");
    row[from] = from < to ? "├" : "┤";
    row[to] = "●";
    row[from < to ? to - 1 : to + 1] = from < to ? "→" : "←";
    var text = " " + TerminalText.shorten(label, Math.max(1, right - left - 7)) + " ";
    write(row, (left + right + 1 - TerminalText.width(text)) / 2, text);
  }

  private String[] blank(String lane) {
    var row = new String[room];
    Arrays.fill(row, " ");
    for (var l = 0; l < lanes(); l++) {
      row[column(l)] = lane;
    }
    return row;
  }

  /// Writes over what is there, a letter in each cell; a wide letter takes two.
  private void write(String[] row, int at, String text) {
    var place = Math.max(0, at);
    for (var letter : text.codePoints().mapToObj(Character::toString).toList()) {
      var width = TerminalText.width(letter);
      if (width > 0 && place + width <= row.length) {
        row[place] = letter;
        Arrays.fill(row, place + 1, place + width, "");
        place += width;
      }
    }
  }

  private int lanes() {
    return conversation.parties().size();
  }

  private int column(int lane) {
    return lanes() == 1 ? 0 : lane * (room - 1) / (lanes() - 1);
  }

  /// Columns from one lane to the next.
  private int gap() {
    return lanes() == 1 ? room : (room - 1) / (lanes() - 1);
  }
}
