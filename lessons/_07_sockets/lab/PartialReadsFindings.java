package _07_sockets.lab;

import java.util.List;
import workbook.Findings;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// How many reads each ping took.
final class PartialReadsFindings {
  private PartialReadsFindings() {}

  static Findings of(Observations seen) {
    var one = seen.count(LeftToLuck.ONE_READ);
    var two = seen.count(LeftToLuck.TWO_READS);
    var spoiled = seen.count(LeftToLuck.SPOILED);
    return answer(seen)
        .claim(
            "When both writes have arrived, one read takes them.",
            read("1", seen, "\"ping\""),
            evidence("1", seen))
        .claim(
            "What has not been written yet can't be read: that takes two reads.",
            read("2", seen, "\"pi\"", "\"ng\""),
            evidence("2", seen))
        .claim(
            "A read ends where its buffer ends, in the middle of a write.",
            read("3", seen, "\"pin\"", "\"g\""),
            evidence("3", seen))
        .claim(
            "A program that reads until four bytes are there gets every ping whole.",
            one + two > 0 && spoiled == 0,
            "%,d whole, %,d not".formatted(one + two, spoiled));
  }

  /// The pings that were read with too small a buffer say nothing about the network.
  private static Findings answer(Observations seen) {
    var inOne = seen.count(LeftToLuck.ONE_READ) > 0 || took(1, "1", seen) || took(1, "2", seen);
    var inTwo = seen.count(LeftToLuck.TWO_READS) > 0 || took(2, "1", seen) || took(2, "2", seen);
    if (inOne) {
      return Findings.answer(
          inTwo ? "sometimes one, sometimes two" : "one: TCP keeps a message together");
    }
    return inTwo
        ? Findings.answer("two, one for each write")
        : Findings.cannotTell("No ping was read. Run it again.");
  }

  private static boolean took(int reads, String pair, Observations seen) {
    return exchanges(pair, seen).stream().anyMatch(each -> reads(pair, each).size() == reads);
  }

  private static boolean read(String pair, Observations seen, String... texts) {
    return Exchange.always(exchanges(pair, seen), each -> reads(pair, each).equals(List.of(texts)));
  }

  private static String evidence(String pair, Observations seen) {
    return "reads: " + exchanges(pair, seen).stream().map(each -> reads(pair, each)).toList();
  }

  private static List<Exchange> exchanges(String pair, Observations seen) {
    return Exchange.between("client " + pair, "server " + pair, seen);
  }

  private static List<String> reads(String pair, Exchange exchange) {
    return exchange.texts("server " + pair, Act.READS);
  }
}
