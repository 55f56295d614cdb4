package workbook.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Which threads of a trace have a column of their own, and how wide that is. Where not all have
/// room, those have it that turns, the ending and the facts are about.
final class TraceColumns {
  private static final int MARGIN = 2;
  private static final int GAP = 2;
  private static final int NARROWEST = 22;
  private static final int MARK = 5;

  private final List<String> threads;
  private final int width;

  private TraceColumns(List<String> threads, int width) {
    this.threads = threads;
    this.width = width;
  }

  /// @param drawn the steps that are drawn
  /// @param page characters a line may have
  static TraceColumns of(Trace trace, List<Trace.Step> drawn, int page) {
    var names =
        withoutMain(trace, drawn).stream()
            .filter(name -> drawn.stream().anyMatch(step -> step.thread().equals(name)))
            .toList();
    var byWeight = new ArrayList<>(names);
    byWeight.sort(Comparator.comparing((String name) -> -weight(name, trace, drawn)));
    for (var count = names.size(); count > 0; count--) {
      var kept = byWeight.subList(0, count);
      var width = (page - MARGIN) / count;
      var enough =
          width >= Math.min(NARROWEST, page - MARGIN)
              && kept.stream().allMatch(name -> needs(name, drawn) <= width);
      if (enough && (count > 1 || names.size() == 1)) {
        return new TraceColumns(names.stream().filter(kept::contains).toList(), width);
      }
    }
    return new TraceColumns(List.of(), page - MARGIN);
  }

  /// A main thread that only begins and checks has no column.
  private static List<String> withoutMain(Trace trace, List<Trace.Step> drawn) {
    var doing = drawn.stream().map(Trace.Step::thread).toList();
    var others = trace.threads().stream().filter(name -> !isMain(name)).toList();
    var first = doing.stream().filter(others::contains).findFirst().map(doing::indexOf).orElse(0);
    var last = others.stream().mapToInt(doing::lastIndexOf).max().orElse(0);
    var mixes =
        doing.subList(first, Math.max(first, last)).stream().anyMatch(TraceColumns::isMain)
            || drawn.stream().anyMatch(TraceColumns::switchesWithMain);
    return others.isEmpty() || mixes ? trace.threads() : others;
  }

  private static boolean switchesWithMain(Trace.Step step) {
    return isMain(step.preempts()) || isMain(step.thread()) && !step.preempts().isEmpty();
  }

  static boolean isMain(String thread) {
    return thread.equals(TraceRecorder.MAIN);
  }

  /// How much the story is about a thread.
  private static int weight(String name, Trace trace, List<Trace.Step> drawn) {
    var weight = 0;
    for (var step : drawn) {
      if (step.thread().equals(name)) {
        weight += step.isPaidTurn() ? 100 : 1;
      } else if (step.preempts().equals(name)) {
        weight += 100;
      }
    }
    for (var place : TraceSelection.related(drawn)) {
      weight += drawn.get(place).thread().equals(name) ? 50 : 0;
    }
    var word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
    if (word.matcher(trace.ending()).find()) {
      weight += 1_000;
    }
    for (var fact : trace.facts()) {
      weight += word.matcher(fact).find() ? 500 : 0;
    }
    return weight;
  }

  /// How wide the column must be so that nothing in it is broken.
  private static int needs(String name, List<Trace.Step> drawn) {
    var needs = name.length();
    for (var step : drawn) {
      if (step.thread().equals(name)) {
        var says = step.does().equals("prints") ? "" : step.says(); // it may be cut
        var longest =
            Math.max(BrokenLines.longestPart(says), BrokenLines.longestPart(step.source()));
        needs = Math.max(needs, longest + MARK);
      }
    }
    return needs + GAP;
  }

  List<String> threads() {
    return threads;
  }

  boolean isEmpty() {
    return threads.isEmpty();
  }

  /// Where a thread's column begins; negative when it has none.
  int begin(String thread) {
    var at = threads.indexOf(thread);
    return at < 0 ? -1 : MARGIN + width * at;
  }

  /// How many characters a line of a column may have.
  int room() {
    return width - GAP;
  }

  /// The text, and so many spaces that the next column follows.
  String padded(String text) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }
}
