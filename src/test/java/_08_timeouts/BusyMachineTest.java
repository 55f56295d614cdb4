package _08_timeouts;

import static book.MadeUp.answering;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;

import _08_timeouts.lab.ConnectTimeout;
import _08_timeouts.lab.SilentClient;
import _08_timeouts.lab.SlowDrip;
import book.MadeUp;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.Experiment;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// A busy machine refutes no claim of lesson 08: the run cannot tell, or tells all the same. What
/// looks almost like it and is not does refute one.
@Tag("fast")
class BusyMachineTest {
  @ParameterizedTest
  @CsvSource({"room, the limit of connect()", "full, the limit of read()"})
  void anotherLimitFiresThanTheKernelWouldHaveIt(String queue, String limit) {
    var slow = answering(CANNOT_TELL, fired(limit, "is connected"), "queue=" + queue);
    assertHolds(new ConnectTimeout(), slow);
    var broken = answering(limit, fired(limit, "isn't connected"), "queue=" + queue);
    assertEquals(1, broken.refuted(new ConnectTimeout()).size());
  }

  private static Consumer<Recorder> fired(String limit, String withMoreTime) {
    return record -> {
      record.outcome(limit, ACCEPTABLE, 1, "ended the wait");
      record.sample("time until the client gave up", "ms", limit, 100.1);
      record.fact("such a client, given 10 s to connect", withMoreTime);
    };
  }

  @Test
  void aByteComesTooLate() {
    assertHolds(new SlowDrip(), answering(CANNOT_TELL, firedAt(200.4, 200.2)));
    var deadline = answering("200 ms after the first read begins", firedAt(200.4, 11));
    assertEquals(1, deadline.refuted(new SlowDrip()).size());
  }

  private static Consumer<Recorder> firedAt(double millis, double longestRead) {
    return record -> {
      record.sample("time spent reading", "ms", "a limit for each read", millis);
      record.sample("time until the limit fired", "ms", "a limit for each read", millis);
      record.sample("the longest read", "ms", "a limit for each read", longestRead);
      record.sample("time spent reading", "ms", "a limit for all reads", 201);
      record.sample("time until the limit fired", "ms", "a limit for all reads", 201);
    };
  }

  @Test
  void theSecondClientIsThrownOutToo() {
    var answer = "when the silent client's time is up";
    assertHolds(new SilentClient(), answering(answer, thrownOut("returns -1"), "limit=50"));
    var deaf = answering(answer, thrownOut("SocketTimeoutException"), "limit=50");
    assertEquals(1, deaf.refuted(new SilentClient()).size());
  }

  private static Consumer<Recorder> thrownOut(String silentRead) {
    return record -> {
      record.turn("silent client", Act.CONNECTS, "server");
      for (var millis = 0; millis < 60; millis++) {
        record.now();
      }
      record.said("server", "close connection by timeout");
      record.said("server", "close connection by timeout");
      record.said("second client", "still waiting");
      record.fact("the silent client's read", silentRead);
    };
  }

  private static void assertHolds(Experiment experiment, MadeUp seen) {
    assertEquals(seen.answer(), seen.findings(experiment).answer());
    assertEquals(List.of(), seen.refuted(experiment));
    assertTrue(!seen.findings(experiment).claims().isEmpty(), "it claims nothing");
  }
}
