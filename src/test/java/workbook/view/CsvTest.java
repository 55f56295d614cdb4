package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;
import workbook.Claim;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Result;
import workbook.Span;

@Tag("fast")
class CsvTest {
  private static final String HEADING =
      "experiment,started,cpu,cores,jdk,os,param.increments,"
          + "kind,group,series,peer,quantity,unit,at,at_name,at_unit,sample,value,text\r\n";
  private static final String RUN =
      "races/lost-updates,1970-01-01T00:00:00Z,Some CPU,2,\"25, Somebody\",Linux,200000,";

  @Test
  void everySampleIsARow() {
    var seen = Samples.measured(Samples.bar("virtual", 28, 0.1), Samples.line("plain", 1e-9));
    assertTable(
        seen,
        "sample,,virtual,,time to start,us,,,,1,28,",
        "sample,,virtual,,time to start,us,,,,2,0.1,",
        "sample,,plain,,lost updates,%,1,,,1,1.0E-9,");
  }

  @Test
  void theChartNamesTheAxis() {
    var result = Samples.result(Samples.measured(Samples.line("plain", 7)));
    assertEquals(
        HEADING + RUN + "sample,,plain,,lost updates,%,1,threads,count,1,7,\r\n",
        Csv.of(result, List.of(over("threads"))));
    assertEquals(
        HEADING + RUN + "sample,,plain,,lost updates,%,1,time,ms,1,7,\r\n",
        Csv.of(result, List.of(new Chart.Timeline("Who waits"), over("time (ms)"))));
  }

  private static Chart over(String what) {
    return new Chart.Lines("Lines", "lost updates", what, false, false);
  }

  @Test
  void anOutcomeNamesItsGroup() {
    assertTable(
        Samples.counted(new Outcome("broken", "good", Expectation.ACCEPTABLE, 3, "x")),
        "outcome,broken,good,,acceptable,times,,,,1,3,x");
  }

  @Test
  void whatWouldBreakARowIsQuoted() {
    assertTable(
        Samples.counted(new Outcome("1, \"1\"", Expectation.ACCEPTABLE, 3, "x\ny")),
        "outcome,,\"1, \"\"1\"\"\",,acceptable,times,,,,1,3,\"x\ny\"");
  }

  @Test
  void everySpanIsARow() {
    assertTable(
        Samples.timed(new Span("parent", "running", 5, 40), new Span("child", "waiting", 7, 7)),
        "span,,parent,,running,ns,5,time since start,ns,1,35,",
        "span,,child,,waiting,ns,7,time since start,ns,2,0,");
  }

  @Test
  void everyTurnOfAConversationIsARow() {
    assertTable(
        Samples.talked(
            Samples.writes(5, "client", "server", "ping"),
            new MessageEvent(9, "server", MessageEvent.Act.DOES, "", 0, "waits")),
        "message,,client,server,writes,bytes,5,time since start,ns,1,4,\"\"\"ping\"\"\"",
        "message,,server,,,bytes,9,time since start,ns,2,0,waits");
  }

  @Test
  void aClaimIsOneOrZero() {
    var rows = rows(Samples.result(Samples.everything()).predicted("7"));
    var claims = rows.stream().filter(row -> row.get("kind").equals("claim")).toList();
    assertEquals(List.of("1", "0"), claims.stream().map(row -> row.get("value")).toList());
    assertEquals(new Claim("A plain int loses.", false, "0 lost"), claim(claims.get(1)));
  }

  private static Claim claim(CSVRecord row) {
    return new Claim(row.get("series"), !row.get("value").equals("0"), row.get("text"));
  }

  @Test
  void everythingSeenIsThere() {
    var kinds = new ArrayList<String>();
    for (var row : rows(Samples.result(Samples.everything()).predicted("7"))) {
      kinds.add(row.get("kind") + " " + row.get("sample"));
    }
    assertEquals(
        "sample 1, sample 2, sample 3, sample 4, sample 1, sample 2, sample 3, sample 4,"
            + " outcome 1, outcome 2, outcome 3, span 1, span 2, transcript 1, transcript 2,"
            + " message 1, message 2, claim 1, claim 2, fact 1, fact 2, note 1, prediction 1,"
            + " answer 1",
        String.join(", ", kinds));
  }

  @Test
  void nothingSeenIsTheHeadingAlone() {
    assertTable(Observations.NONE);
  }

  private static void assertTable(Observations seen, String... rows) {
    var table = new StringBuilder(HEADING);
    for (var row : rows) {
      table.append(RUN).append(row).append("\r\n");
    }
    assertEquals(table.toString(), Csv.of(Samples.result(seen), List.of()));
  }

  /// The rows as another program reads them.
  private static List<CSVRecord> rows(Result result) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(new StringReader(Csv.of(result, List.of())), format)) {
      return parser.getRecords();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
