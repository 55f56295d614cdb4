package _13_websockets.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// Who heard what in the chat.
final class ChatFindings {
  static final String HELLO = "Ann: Hello";
  static final String BOB_LEFT = "Bob has left.";
  static final String REFUSED = "Choose another name: this one is taken, empty or too long.";
  private static final List<String> COPIES =
      List.of(
          "one: the network copies it",
          "two: one for each of the others",
          "three: one for each client");

  private ChatFindings() {}

  static Findings of(Observations seen) {
    var rounds = heard("Ann", "Ann has joined.", seen);
    var ann = heard("Ann", HELLO, seen);
    var copies = ann + heard("Bob", HELLO, seen) + heard("Carl", HELLO, seen);
    var refused = heard("Carl", REFUSED, seen);
    var left = heard("Ann", BOB_LEFT, seen) + heard("Carl", BOB_LEFT, seen);
    return answer(copies, rounds)
        .claim(
            "Whoever speaks hears it, too, and only once.",
            rounds > 0 && ann == rounds,
            "%d of %d times".formatted(ann, rounds))
        .claim(
            "A name that's taken is refused.",
            rounds > 0 && refused == rounds,
            "%d of %d times".formatted(refused, rounds))
        .claim(
            "When Bob vanishes, the other two hear that he has left.",
            rounds > 0 && left == 2 * rounds,
            "heard %d times in %d rounds".formatted(left, rounds));
  }

  private static long heard(String who, String line, Observations seen) {
    return seen.transcript().stream()
        .filter(each -> each.speaker().equals(who + " hears") && each.text().equals(line))
        .count();
  }

  private static Findings answer(long copies, long rounds) {
    return rounds > 0 && copies % rounds == 0 && copies >= rounds && copies <= 3 * rounds
        ? Findings.answer(COPIES.get((int) (copies / rounds) - 1))
        : Findings.cannotTell("It was heard %d times by three. Run it again.".formatted(copies));
  }
}
