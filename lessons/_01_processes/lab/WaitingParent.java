package _01_processes.lab;

import java.util.List;
import java.util.stream.IntStream;
import workbook.Findings;
import workbook.Observations;
import workbook.TranscriptLine;

/// How a parent waits, by the calls that strace saw of it and of its child.
final class WaitingParent {
  static final String STRACE = "strace, ";

  private final ParentAndChild pair;
  private final List<TranscriptLine> calls;

  WaitingParent(ParentAndChild pair, Observations seen) {
    this.pair = pair;
    var both = List.of(STRACE + pair.parent(), STRACE + pair.child());
    calls = seen.transcript().stream().filter(line -> both.contains(line.speaker())).toList();
  }

  /// What all the pairs have in common, when strace saw them.
  static Findings findings(List<ParentAndChild> pairs, Observations seen, int lines) {
    var all = pairs.stream().map(pair -> new WaitingParent(pair, seen)).toList();
    var answers = all.stream().map(one -> one.answer(lines)).distinct().toList();
    var findings =
        answers.size() == 1 && !answers.getFirst().equals(Findings.CANNOT_TELL)
            ? Findings.answer(answers.getFirst())
            : Findings.cannotTell(
                "Nothing showed how the parent waits. Install strace, or choose a longer pause.");
    return all.stream().allMatch(one -> one.calls.isEmpty())
        ? findings
        : findings.claim(
            "wait4 tells the parent which child has ended.",
            all.stream().allMatch(WaitingParent::hearsOfTheEnd),
            pairs.getFirst().parent() + ", " + pairs.getFirst().child());
  }

  private boolean hearsOfTheEnd() {
    return calls.stream()
        .filter(call -> call.speaker().endsWith(pair.parent()) && call.text().contains("WIFEXITED"))
        .anyMatch(call -> call.text().endsWith(" = " + pair.childPid()));
  }

  /// In words, how many calls the parent made from its wait to the child's last write.
  private String answer(int lines) {
    var waits = indices(pair.parent(), "wait").findFirst().orElse(-1);
    var wrote = indices(pair.child(), "write").max().orElse(-1);
    if (waits < 0 || wrote < waits) {
      return Findings.CANNOT_TELL;
    }
    var more = indices(pair.parent(), "").filter(call -> call > waits && call < wrote).count();
    if (more == 0) {
      return "none: it's still inside one call";
    }
    return more <= 2L * lines ? "one for each line" : "hundreds: it keeps asking";
  }

  /// Where somebody begins a call. One that goes on begins with `<`.
  private IntStream indices(String who, String call) {
    return IntStream.range(0, calls.size())
        .filter(i -> calls.get(i).speaker().endsWith(who))
        .filter(i -> calls.get(i).text().matches(call + "\\w*\\(.*"));
  }
}
