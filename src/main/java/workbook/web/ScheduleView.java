package workbook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workbook.explore.PlaySession;
import workbook.explore.Trace;
import workbook.json.ScheduleJson;
import workbook.view.PlayWords;

/// A run to step through, as the part of a page: what `schedule.js` draws.
final class ScheduleView {
  private ScheduleView() {}

  /// A run that was recorded, and cannot be changed.
  static String recorded(Trace trace, Map<String, List<String>> sources) {
    return of(new ScheduleJson(trace, sources));
  }

  /// A game as it stands.
  static String of(Playable program, PlaySession session) {
    return of(json(program, session));
  }

  static String of(ScheduleJson json) {
    return "<div class=\"schedule\"><script type=\"application/json\">%s</script></div>"
        .formatted(json);
  }

  /// A game as it stands, with all that could have been chosen, and what can be chosen now.
  static ScheduleJson json(Playable program, PlaySession session) {
    var choices = new ArrayList<ScheduleJson.Choice>();
    for (var made : session.decisions()) {
      choices.add(choice(made.number(), made.after(), made.taken(), made.moves()));
    }
    if (!session.ended()) {
      var after = session.trace().steps().size();
      choices.add(choice(session.decided(), after, -1, session.moves()));
    }
    return new ScheduleJson(session.trace(), session.sources())
        .game(program.address(), session, choices);
  }

  private static ScheduleJson.Choice choice(
      int decision, int after, int taken, List<PlaySession.Move> moves) {
    var goesOn = moves.stream().anyMatch(move -> move.how().equals("goes on"));
    var threads = moves.stream().map(PlaySession.Move::thread).distinct().count();
    return new ScheduleJson.Choice(decision, after, taken, !goesOn && threads == 1, options(moves));
  }

  /// In the order in which `play` shows them.
  private static List<ScheduleJson.Option> options(List<PlaySession.Move> moves) {
    return PlayWords.order(moves).stream()
        .map(at -> new ScheduleJson.Option(at, PlayWords.of(moves.get(at), moves)))
        .toList();
  }
}
