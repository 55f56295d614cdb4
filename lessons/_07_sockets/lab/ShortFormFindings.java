package _07_sockets.lab;

import java.util.List;
import workbook.Findings;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// Who was connected, and which server saw the end.
final class ShortFormFindings {
  static final String THREE_LINES = "create, bind, connect";
  static final String ONE_LINE = "new Socket(address, port)";
  static final String ACCEPTED = ", server side";

  private static final String SERVER = "patient server";

  private ShortFormFindings() {}

  static Findings of(Observations seen) {
    var careless = Exchange.between("careless client", SERVER, seen);
    var tidy = Exchange.between("tidy client", "server", seen);
    return answer(careless)
        .claim(
            "A client that is created, bound and connected has a port of its own.",
            isSame(THREE_LINES, seen),
            evidence(THREE_LINES, seen))
        .claim(
            "new Socket(address, port) gives a client a port of its own, too.",
            isSame(ONE_LINE, seen),
            evidence(ONE_LINE, seen))
        .claim(
            "Closed on the last line: the exception skips it, and the server keeps waiting.",
            Exchange.always(
                careless,
                each -> each.did(SERVER, Party.GIVES_UP) && !each.did(SERVER, Act.SEES_END)),
            Exchange.story(SERVER, careless))
        .claim(
            "Closed by try-with-resources: the server sees the end.",
            Exchange.always(tidy, each -> each.did("server", Act.SEES_END)),
            Exchange.story("server", tidy));
  }

  private static boolean isSame(String how, Observations seen) {
    return seen.fact(how).isPresent() && seen.fact(how).equals(seen.fact(how + ACCEPTED));
  }

  private static String evidence(String how, Observations seen) {
    var nobody = "not connected";
    return "the client's port %s, at the server %s"
        .formatted(seen.fact(how).orElse(nobody), seen.fact(how + ACCEPTED).orElse(nobody));
  }

  private static Findings answer(List<Exchange> careless) {
    if (Exchange.always(careless, each -> each.did(SERVER, Party.GIVES_UP))) {
      return Findings.answer("nothing: it keeps waiting");
    }
    if (Exchange.always(careless, each -> each.did(SERVER, Act.SEES_END))) {
      return Findings.answer("the end, as after close()");
    }
    return Exchange.always(careless, each -> each.did(SERVER, Party.FAILS))
        ? Findings.answer("an exception: the connection broke")
        : Findings.cannotTell("The server's reading did not end. Run it again.");
  }
}
