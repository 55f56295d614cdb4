package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;

@Tag("fast")
class CsvTest {
  private static final String HEADING = "experiment,quantity,unit,series,at,sample,value\r\n";

  @Test
  void everySampleIsALine() {
    var seen = Samples.measured(Samples.bar("virtual", 28, 0.1), Samples.line("plain", 1e-9));
    assertEquals(
        HEADING
            + "races/lost-updates,time to start,us,virtual,0,1,28\r\n"
            + "races/lost-updates,time to start,us,virtual,0,2,0.1\r\n"
            + "races/lost-updates,lost updates,%,plain,1,1,1.0E-9\r\n",
        Csv.of(Samples.result(seen)));
  }

  @Test
  void whatWouldBreakALineIsQuoted() {
    var seen = Samples.counted(new Outcome("1, \"1\"", Expectation.ACCEPTABLE, 3, "x"));
    assertEquals(
        HEADING + "races/lost-updates,outcome,times,\"1, \"\"1\"\"\",0,1,3\r\n",
        Csv.of(Samples.result(seen)));
  }

  @Test
  void anOutcomeOfAGroupBearsItsName() {
    var seen = Samples.counted(new Outcome("broken", "good", Expectation.ACCEPTABLE, 3, "x"));
    assertEquals(
        HEADING + "races/lost-updates,outcome,times,broken: good,0,1,3\r\n",
        Csv.of(Samples.result(seen)));
  }

  @Test
  void everyTurnOfAConversationIsALine() {
    var seen =
        Samples.talked(
            Samples.writes(5, "client", "server", "ping"),
            new MessageEvent(9, "server", MessageEvent.Act.DOES, "", 0, "waits"));
    assertEquals(
        HEADING
            + "races/lost-updates,client writes,bytes,server,5,1,4\r\n"
            + "races/lost-updates,server,bytes,waits,9,2,0\r\n",
        Csv.of(Samples.result(seen)));
  }

  @Test
  void nothingSeenIsTheHeadingAlone() {
    assertEquals(HEADING, Csv.of(Samples.result(Observations.NONE)));
  }
}
