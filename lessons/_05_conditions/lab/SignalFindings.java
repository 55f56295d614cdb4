package _05_conditions.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// Who got on at the bell, and who waited for ever.
final class SignalFindings {
  static final String SIGNAL = "signal()";
  static final String SIGNAL_ALL = "signalAll()";
  static final String GETS_ON = "gets on";
  static final String STUCK = "waits for ever";

  private static final List<String> GUESTS = List.of("first guest", "second guest");
  private static final List<String> ALL = List.of("first guest", "second guest", "cook");

  private SignalFindings() {}

  static Findings of(Observations seen) {
    var served = GUESTS.stream().filter(name -> count(SIGNAL, name, GETS_ON, seen) > 0).count();
    var stuck = stuck(SIGNAL, seen);
    var watched = ALL.stream().anyMatch(name -> count(SIGNAL_ALL, name, GETS_ON, seen) > 0);
    return answer(served, stuck.size())
        .claim(
            "With signal(), the second guest and the cook wait for ever.",
            stuck.equals(List.of("second guest", "cook")),
            waitingAtTheEnd(stuck))
        .claim(
            "With signalAll(), everybody gets on.",
            watched && stuck(SIGNAL_ALL, seen).isEmpty(),
            waitingAtTheEnd(stuck(SIGNAL_ALL, seen)));
  }

  private static Findings answer(long served, long stuck) {
    if (served + stuck == 0) {
      return Findings.cannotTell("Nobody was watched to the end. Run it again.");
    }
    return Findings.answer(
        stuck == 0
            ? "both guests get a plate"
            : served == 0
                ? "nobody gets anything"
                : "one guest gets a plate; the other and the cook wait for ever");
  }

  private static String waitingAtTheEnd(List<String> names) {
    return "waiting at the end: " + (names.isEmpty() ? "nobody" : String.join(" and ", names));
  }

  private static List<String> stuck(String how, Observations seen) {
    return ALL.stream().filter(name -> count(how, name, STUCK, seen) > 0).toList();
  }

  private static long count(String how, String name, String what, Observations seen) {
    return GroupCount.of(how + ": " + name, what, seen);
  }
}
