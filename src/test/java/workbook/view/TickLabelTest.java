package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;

@Tag("fast")
class TickLabelTest {
  private static final Scale NINE_DECADES = new Scale(1e-3, 1e6, true);

  @Test
  void whereThereIsRoomEveryDecadeHasAFigure() {
    assertEquals(NINE_DECADES.ticks(2), named(NINE_DECADES, 1_000));
  }

  @Test
  void withLessRoomEverySecondDecadeHasOne() {
    assertEquals(List.of(0.01, 1.0, 100.0, 10_000.0, 1e6), named(NINE_DECADES, 400));
  }

  @Test
  void equalStepsKeepEqualSteps() {
    var scale = new Scale(0, 10_000, false);
    assertEquals(List.of(0.0, 4_000.0, 8_000.0), named(scale, 160));
  }

  @Test
  void figuresNeverTouch() {
    for (var log : List.of(true, false)) {
      for (var high = 2.0; high < 1e300; high *= 1e7) {
        var scale = new Scale(1, high, log);
        for (var width = 50; width < 1_500; width += 50) {
          var fitting = TickLabel.fitting(labels(scale, width), 10);
          for (var l = 1; l < fitting.size(); l++) {
            assertTrue(fitting.get(l).start() - fitting.get(l - 1).end() >= 10, fitting::toString);
          }
        }
      }
    }
  }

  @Test
  void aChartOfCharactersLabelsEverySecondDecade() {
    var seen = Samples.measured(Samples.bar("least", 0.0015), Samples.bar("most", 900_000));
    var drawn =
        TerminalChart.draw(new Chart.Bars("Bars", "time to start", true), seen, Samples.WIDE);
    assertTrue(
        drawn.lines().anyMatch(line -> line.matches(" +0.01 +1 +100 +10,000 +1,000,000")), drawn);
  }

  private static List<Double> named(Scale scale, double width) {
    return TickLabel.fitting(labels(scale, width), 10).stream().map(TickLabel::mark).toList();
  }

  /// Figures of 8 pixels a letter on an axis so many pixels wide.
  private static List<TickLabel> labels(Scale scale, double width) {
    return scale.ticks(6).stream()
        .map(
            mark -> {
              var place = scale.share(mark) * width;
              var half = 4 * Numbers.tick(mark).length();
              return new TickLabel(mark, place - half, place + half);
            })
        .toList();
  }
}
