package _15_puzzles.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _15_puzzles.WaitingWriter;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A writer waits, and readers keep coming. How many get in before it?
public final class StarvationTrial implements Experiment {
  private static final String READERS_FIRST = "readers first";
  private static final String WRITERS_FIRST = "writers first";
  private static final String AHEAD = "before it";
  private static final String BEHIND = "after it";

  @Override
  public String id() {
    return "starvation";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("readers", 100, 1, 1_000, "readers"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Readers that came while the writer waited"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    count(READERS_FIRST, new WaitingWriter.ReadersFirst(), INTERESTING, with, record);
    count(WRITERS_FIRST, new WaitingWriter.WritersFirst(), FORBIDDEN, with, record);
  }

  private static void count(
      String how, WaitingWriter room, Expectation overtaking, Parameters with, Recorder record)
      throws Exception {
    var readers = with.count("readers");
    var ahead = ReaderStream.ahead(room, readers);
    record.outcome(how, AHEAD, overtaking, ahead, "overtake the writer");
    record.outcome(how, BEHIND, ACCEPTABLE, readers - ahead, "wait for the writer");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var ahead = seen.count(WRITERS_FIRST, AHEAD);
    var all = ahead + seen.count(WRITERS_FIRST, BEHIND);
    return answer(seen.count(READERS_FIRST, AHEAD), seen.count(READERS_FIRST, BEHIND))
        .claim(
            "With writers first, no reader overtakes a writer that waits.",
            all > 0 && ahead == 0,
            "%,d of %,d readers overtook it".formatted(ahead, all));
  }

  private static Findings answer(long ahead, long behind) {
    if (ahead + behind == 0) {
      return Findings.cannotTell("The run ended before the readers had come. Run it again.");
    }
    return Findings.answer(behind == 0 ? "all of them" : ahead == 0 ? "none" : "some of them");
  }
}
