package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workbook.Parameters;
import workbook.Procedure;
import workbook.Recorder;
import workbook.Result;
import workbook.Result.Ending;

final class RunTest {
  static final class Greets implements Sample {
    @Override
    public void run(Parameters with, Recorder record) {
      record.sample("time", "ms", "all", 1.5);
      record.fact("pid", Long.toString(ProcessHandle.current().pid()));
      record.said("main", "grüß\n\"you\"");
      record.answer("1");
    }
  }

  @Test
  void everyRepeatAddsItsSamplesAndNoWarmUpDoes() throws Exception {
    var result = play(new Greets(), Procedure.timed(2, 3));

    assertEquals(Ending.COMPLETE, result.ending(), result.trouble());
    assertEquals(
        List.of(1.5, 1.5, 1.5),
        result.observations().of("time").getFirst().points().getFirst().samples());
  }

  static Result play(Sample sample, Procedure how) throws InterruptedException {
    return Run.start("test/sample", sample, new Parameters(Map.of("a", "b")), how, share -> {})
        .await();
  }
}
