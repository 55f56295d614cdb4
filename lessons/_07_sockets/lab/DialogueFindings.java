package _07_sockets.lab;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import workbook.Findings;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// What it means who spoke, who heard and who waited.
final class DialogueFindings {
  static final String ANSWERS = "messages answered";
  private static final List<String> LISTENERS = List.of("listener 1", "listener 2");

  private DialogueFindings() {}

  static Findings of(int messages, Observations seen) {
    var both = Exchange.between("listener 1", "listener 2", seen);
    var inTurns = Exchange.between("client", "server", seen);
    var answers = seen.fact(ANSWERS).orElse("none");
    return answer(both)
        .claim(
            "When both read first, neither hears anything.",
            bothAlways(both, name -> each -> !each.did(name, Act.READS)),
            Exchange.story("listener 1", both) + "; " + Exchange.story("listener 2", both))
        .claim(
            "Every message is answered before the next one is sent.",
            Exchange.always(inTurns, DialogueFindings::alternates) && answers.equals("" + messages),
            "%d messages, answered: %s".formatted(messages, answers));
  }

  private static Findings answer(List<Exchange> both) {
    if (bothAlways(both, name -> each -> each.did(name, Party.GIVES_UP))) {
      return Findings.answer("each waits for the other");
    }
    if (bothAlways(both, name -> each -> each.did(name, Act.SEES_END))) {
      return Findings.answer("both get an empty answer at once");
    }
    return bothAlways(both, name -> each -> each.did(name, Party.FAILS))
        ? Findings.answer("the kernel notices, and breaks the connection")
        : Findings.cannotTell("The two did not end the same way. Run it again.");
  }

  private static boolean bothAlways(
      List<Exchange> exchanges, Function<String, Predicate<Exchange>> holds) {
    return LISTENERS.stream().allMatch(name -> Exchange.always(exchanges, holds.apply(name)));
  }

  /// Whether the client wrote, and always read before it wrote again.
  private static boolean alternates(Exchange exchange) {
    var answered = true;
    for (var turn : exchange.turns()) {
      if (turn.party().equals("client") && turn.act() == Act.WRITES) {
        if (!answered) {
          return false;
        }
        answered = false;
      }
      answered |= turn.party().equals("client") && turn.act() == Act.READS;
    }
    return answered && exchange.did("client", Act.WRITES);
  }
}
