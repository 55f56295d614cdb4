package _07_sockets.lab;

import workbook.Findings;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// What became of a name whose last letter is two bytes.
final class LettersInPiecesFindings {
  static final String NAME = "René";
  static final String BROKEN = "text made of each read";
  static final String MENDED = "text made of all bytes";
  static final String EXCEPTION = "an exception: ";

  private LettersInPiecesFindings() {}

  static Findings of(Observations seen) {
    var broken = seen.fact(BROKEN).orElse("");
    var mended = seen.fact(MENDED).orElse("");
    var cut =
        Exchange.between("client", "server", seen).stream()
            .flatMap(each -> each.texts("server", Act.READS).stream())
            .anyMatch(text -> text.contains("\\x"));
    return answer(broken)
        .claim(
            "Text made of each read is right only if no read ends within a letter.",
            !broken.isEmpty() && broken.equals(NAME) == !cut,
            "%s; %s".formatted(broken, cut ? "a read ended within a letter" : "no read did"))
        .claim("Text made of all bytes is right.", mended.equals(NAME), "\"" + mended + "\"");
  }

  private static Findings answer(String broken) {
    if (broken.startsWith(EXCEPTION)) {
      return Findings.answer("nothing: half a letter throws an exception");
    }
    if (broken.equals(NAME)) {
      return Findings.answer("René");
    }
    return broken.contains("\uFFFD")
        ? Findings.answer("Ren\uFFFD\uFFFD")
        : Findings.cannotTell("Nothing was read. Run it again.");
  }
}
