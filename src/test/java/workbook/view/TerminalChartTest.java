package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Series;
import workbook.Span;

@Tag("fast")
class TerminalChartTest {
  private static final Chart BARS = new Chart.Bars("Bars", "time to start", false);
  private static final Chart LOG_BARS = new Chart.Bars("Bars", "time to start", true);
  private static final Chart SPREAD = new Chart.Distribution("Spread", "time to start", false);
  private static final Chart LINES =
      new Chart.Lines("Lines", "lost updates", "threads", false, false);
  private static final Chart LOG_LINES =
      new Chart.Lines("Lines", "lost updates", "threads", true, true);
  private static final Chart TIMELINE = new Chart.Timeline("Timeline");
  private static final Chart OUTCOMES = new Chart.Outcomes("Outcomes");
  private static final Chart TALK = new Chart.Conversation("Talk", "a", "b");
  private static final List<Chart> ALL =
      List.of(BARS, LOG_BARS, SPREAD, LINES, LOG_LINES, TIMELINE, OUTCOMES, TALK);

  @Test
  void barsEndInMedianAndQuartiles() {
    assertEquals(
        """
        Bars
          virtual  │█████ 10 (9.50–10.5) µs
          platform │██████████ 20 µs
        """,
        drawn(
            BARS,
            Samples.measured(Samples.bar("virtual", 9, 10, 11), Samples.bar("platform", 20))));
  }

  @Test
  void namesAreWholeEvenWhereThereIsNoRoomForQuartiles() {
    assertEquals(
        """
        Bars
          read, meet, write │█████████████ 10 µs
        """,
        drawn(BARS, Samples.measured(Samples.bar("read, meet, write", 9, 10, 11))));
  }

  @Test
  void logarithmicBarsShowTheirAxis() {
    assertEquals(
        """
        Bars
          one  │███████▋ 10 µs
          many │███████████████████████ 1,000 µs
          none │ 0 µs
                ┬──────┬───────┬──────┬
                1     10      100 1,000
                          µs, log scale
        """,
        drawn(
            LOG_BARS,
            Samples.measured(
                Samples.bar("one", 10), Samples.bar("many", 1000), Samples.bar("none", 0))));
  }

  @Test
  void boxesShowQuartilesAndWhiskers() {
    var samples = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    assertEquals(
        """
        Spread
          all │ ├───████┃█████──┤  50 (25–75) µs
               ┬────────┬────────┬
               0       50      100  µs
        """,
        drawn(SPREAD, Samples.measured(Samples.bar("all", samples))));
  }

  @Test
  void linesAreMarkedWithLetters() {
    var drawn =
        drawn(
            LINES, Samples.measured(Samples.line("plain", 0, 50, 100), Samples.line("lock", 0, 0)));
    assertEquals(
        """
        Lines
          lost updates (%)
          100┤                               ⢀⡴A
             │                             ⢀⡴⠋
             │                           ⢀⡴⠋
           80┤                         ⢀⡴⠋
             │                       ⣠⠞⠉
             │                     ⣠⠞⠁
           60┤                   ⣠⠞⠁
             │                 ⣠⠞⠁
             │              ⢀⡴⠋A
           40┤            ⢀⡴⠋
             │          ⢀⡴⠋
             │        ⣀⡴⠋
           20┤      ⣠⠞⠁
             │    ⣠⠞⠁
             │  ⣠⠞⠁
            0┤*⣞⣁⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀B
              ┬────────────────┬───────────────┬
              1                2               3
                                         threads
          A plain   B lock   * several
        """,
        drawn);
  }

  @Test
  void lanesShowStatesByTheirSigns() {
    assertEquals(
        """
        Timeline
          main   │█████████████░░░░░░░░░░░░░
          worker │             ███████
                  ┬────────────┬───────────┬
                  0           50         100  ms
          █ running   ░ waiting
        """,
        drawn(
            TIMELINE,
            Samples.timed(
                new Span("main", "running", 0, 50_000_000),
                new Span("main", "waiting", 50_000_000, 100_000_000),
                new Span("worker", "running", 50_000_000, 75_000_000))));
  }

  @Test
  void outcomesNameTheirMeaning() {
    assertEquals(
        """
        Outcomes
          outcome  count  share  expectation
          ───────  ─────  ─────  ───────────
          2            3  100 %  acceptable

          outcome  meaning
          ───────  ─────────
          2        both kept
        """,
        drawn(OUTCOMES, Samples.counted(new Outcome("2", Expectation.ACCEPTABLE, 3, "both kept"))));
  }

  @Test
  void aShareIsOfItsGroup() {
    var seen =
        Samples.counted(
            new Outcome("broken", "good", Expectation.ACCEPTABLE, 3, "luck"),
            new Outcome("broken", "failed", Expectation.INTERESTING, 1, "bad luck"),
            new Outcome("mended", "good", Expectation.ACCEPTABLE, 4, "as it must"));
    assertEquals(
        """
        Outcomes
          outcome   count   share              expectation  meaning
          ────────  ─────  ──────  ──────────  ───────────  ──────────
          broken
            good        3  75.0 %  ███████▌    acceptable   luck
            failed      1  25.0 %  ██▌         interesting  bad luck
          mended
            good        4   100 %  ██████████  acceptable   as it must
        """,
        TerminalChart.draw(OUTCOMES, seen, Samples.WIDE));
  }

  @Test
  void nothingObservedIsASentence() {
    for (var chart : ALL) {
      assertEquals(
          chart.title() + "\n  Nothing was recorded for this chart.\n",
          drawn(chart, Observations.NONE));
    }
  }

  @Test
  void extremesAreDrawn() {
    var extremes =
        List.of(
            Samples.measured(Samples.bar("one", 7), Samples.line("one", 7)),
            Samples.measured(Samples.bar("zero", 0, 0), Samples.line("zero", 0, 0)),
            Samples.measured(Samples.bar("below", -5, -1), Samples.line("below", -5, 5)),
            Samples.measured(Samples.bar("tiny", 1e-12), Samples.line("huge", 1e-12, 1e18)),
            Samples.measured(new Series("", "time to start", "", List.of(Samples.point(0, 1)))),
            Samples.timed(new Span("a", "b", 5, 5)),
            Samples.talked(Samples.writes(0, "a", "b", "")),
            Samples.counted(new Outcome("", Expectation.FORBIDDEN, 0, "")));
    for (var seen : extremes) {
      for (var chart : ALL) {
        for (var page : List.of(Samples.WIDE, Samples.NARROW, Page.PLAIN)) {
          var drawn = TerminalChart.draw(chart, seen, page);
          assertTrue(drawn.startsWith(chart.title() + "\n"), drawn);
          assertTrue(
              drawn.lines().allMatch(line -> TerminalText.width(line) <= page.width()), drawn);
        }
      }
    }
  }

  @Test
  void aThousandSamplesAndManySeriesFit() {
    var many =
        IntStream.range(0, 40)
            .mapToObj(
                s ->
                    Samples.line(
                        "series number " + s,
                        IntStream.range(0, 1000).asDoubleStream().map(x -> x * s).toArray()))
            .toArray(Series[]::new);
    var drawn = TerminalChart.draw(LINES, Samples.measured(many), Samples.WIDE);
    assertTrue(drawn.lines().allMatch(line -> TerminalText.width(line) <= 80), drawn);
    assertTrue(drawn.contains("series number 39"));
  }

  private static String drawn(Chart chart, Observations seen) {
    return TerminalChart.draw(chart, seen, Samples.NARROW);
  }
}
