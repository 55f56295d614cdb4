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
    var copies = heard(HELLO, seen);
    var refused = seen.count("Carl", REFUSED);
    return answer(copies)
        .claim(
            "Who speaks hears it, too.",
            seen.count("Ann", HELLO) == 1,
            "Ann heard it %d times".formatted(seen.count("Ann", HELLO)))
        .claim(
            "Nobody hears a sentence twice.",
            copies > 0 && seen.outcomes().stream().noneMatch(each -> each.count() > 1),
            "%d copies of it".formatted(copies))
        .claim(
            "A name that's taken is refused.", refused == 1, "refused %d times".formatted(refused))
        .claim(
            "When Bob vanishes, the others hear that he has left.",
            seen.count("Ann", BOB_LEFT) == 1 && seen.count("Carl", BOB_LEFT) == 1,
            "heard by %d".formatted(heard(BOB_LEFT, seen)));
  }

  /// How often it was heard, by all together.
  private static long heard(String line, Observations seen) {
    return seen.count(line);
  }

  private static Findings answer(long copies) {
    return copies >= 1 && copies <= 3
        ? Findings.answer(COPIES.get((int) copies - 1))
        : Findings.cannotTell("It was heard %d times by three. Run it again.".formatted(copies));
  }
}
