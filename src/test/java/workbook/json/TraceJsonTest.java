package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.Trace;

/// A trace survives being written and read.
@Tag("fast")
final class TraceJsonTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    var step =
        new Trace.Step(
            "T1", "A.java", 3, "n++ < \"2\";", "reads", "a.n", "", "0", "", "", 1, "T2", "");
    var trace =
        new Trace(
            List.of("T1", "T2"),
            List.of(step),
            Trace.End.FAILED,
            "deadlock",
            List.of("T1 waits"),
            "calm");
    assertEquals(trace, TraceJson.read(TraceJson.write(trace)));
  }
}
