package _07_sockets.lab;

import java.util.ArrayList;
import java.util.List;
import workbook.Findings;
import workbook.MessageEvent.Act;
import workbook.Observations;

/// Which of the three clients got its sum.
final class HalfCloseFindings {
  private static final String SUM = "\"6\"";

  private HalfCloseFindings() {}

  static Findings of(Observations seen) {
    var shut = Exchange.between("client", "server", seen);
    var flushed = Exchange.between("flushing client", "patient server", seen);
    var closed = Exchange.between("closing client", "lonely server", seen);
    var ways = new ArrayList<String>();
    addIfAnswered("flush()", "flushing client", flushed, ways);
    addIfAnswered("close()", "closing client", closed, ways);
    addIfAnswered("shutdownOutput()", "client", shut, ways);
    return answer(ways)
        .claim(
            "shutdownOutput(): the server sees the end, and the client gets the sum.",
            ways.contains("shutdownOutput()")
                && Exchange.always(shut, each -> each.did("server", Act.SEES_END)),
            Exchange.story("client", shut))
        .claim(
            "flush(): the server waits for more numbers, and the client gets nothing.",
            Exchange.always(
                flushed,
                each ->
                    each.did("patient server", Party.GIVES_UP)
                        && !each.did("flushing client", Act.READS)),
            Exchange.story("patient server", flushed))
        .claim(
            "close(): the server sees the end, but the client can't read any more.",
            Exchange.always(
                closed,
                each ->
                    each.did("lonely server", Act.SEES_END)
                        && each.did("closing client", Party.FAILS)),
            Exchange.story("closing client", closed));
  }

  private static void addIfAnswered(
      String way, String client, List<Exchange> exchanges, List<String> ways) {
    if (Exchange.always(exchanges, each -> each.texts(client, Act.READS).equals(List.of(SUM)))) {
      ways.add(way);
    }
  }

  private static Findings answer(List<String> ways) {
    return ways.size() == 1
        ? Findings.answer(ways.getFirst())
        : Findings.cannotTell("%d of 3 clients got the sum. Run it again.".formatted(ways.size()));
  }
}
