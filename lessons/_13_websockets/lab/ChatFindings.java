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
    var copies = heard("Ann", HELLO, seen) + heard("Bob", HELLO, seen) + heard("Carl", HELLO, seen);
    var ann = heard("Ann", HELLO, seen);
    var refused = heard("Carl", REFUSED, seen);
    var left = heard("Ann", BOB_LEFT, seen) + heard("Carl", BOB_LEFT, seen);
    return answer(copies)
        .claim("Who speaks hears it, too, and once.", ann == 1, "Ann heard it: " + ann)
        .claim("A name that's taken is refused.", refused == 1, "refused: " + refused)
        .claim(
            "When Bob vanishes, the other two hear that he has left.",
            left == 2,
            "heard by " + left);
  }

  private static long heard(String who, String line, Observations seen) {
    return seen.transcript().stream()
        .filter(each -> each.speaker().equals(who + " hears") && each.text().equals(line))
        .count();
  }

  private static Findings answer(long copies) {
    return copies >= 1 && copies <= 3
        ? Findings.answer(COPIES.get((int) copies - 1))
        : Findings.cannotTell("It was heard %d times by three. Run it again.".formatted(copies));
  }
}
