package _07_sockets.lab;

import java.util.List;
import workbook.Findings;
import workbook.MessageEvent.Act;

/// Who was first: the client with all it did, or the server with `accept()`.
final class ClientAndServerFindings {
  private ClientAndServerFindings() {}

  static Findings of(List<Exchange> exchanges) {
    var server = Exchange.story("server", exchanges);
    var order = exchanges.isEmpty() ? server : exchanges.getLast().acts();
    return answer(exchanges)
        .claim(
            "The client connects, writes and closes before the server accepts.",
            Exchange.always(
                exchanges,
                each -> each.acts().contains("client writes, client ends, server accepts")),
            order)
        .claim(
            "What the client wrote is kept for the server.",
            Exchange.always(
                exchanges,
                each ->
                    each.did("server", Act.READS)
                        && each.texts("server", Act.READS)
                            .equals(each.texts("client", Act.WRITES))),
            server)
        .claim(
            "The server sees the end when it has read everything.",
            Exchange.always(
                exchanges, each -> each.acts().contains("server reads, server sees the end")),
            server);
  }

  private static Findings answer(List<Exchange> exchanges) {
    if (Exchange.always(exchanges, each -> each.did("client", Party.IS_REFUSED))) {
      return Findings.answer("it fails: nobody accepts");
    }
    if (Exchange.always(exchanges, each -> each.did("client", Party.GIVES_UP))) {
      return Findings.answer("it waits for accept()");
    }
    return Exchange.always(
            exchanges, each -> each.acts().startsWith("client connects, client writes"))
        ? Findings.answer("it returns, connected")
        : Findings.cannotTell("The client never got as far as writing. Run it again.");
  }
}
