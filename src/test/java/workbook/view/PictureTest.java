package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Chart;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Series;
import workbook.Span;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

@Tag("fast")
class PictureTest {
  private static final Chart BARS = new Chart.Bars("Bars & <signs>", "time to start", true);
  private static final Chart SPREAD = new Chart.Distribution("Spread", "time to start", false);
  private static final Chart LINES =
      new Chart.Lines("Lines", "lost updates", "threads", true, true);
  private static final Chart TIMELINE = new Chart.Timeline("Timeline");
  private static final Chart OUTCOMES = new Chart.Outcomes("Outcomes");
  private static final Chart TALK = new Chart.Conversation("Talk", "a", "b");
  private static final List<Chart> ALL = List.of(BARS, SPREAD, LINES, TIMELINE, OUTCOMES, TALK);

  private static final Optional<PictureSize> SIZE = Optional.empty();

  private static final Map<Chart, Observations> ONE =
      Map.of(
          BARS, Samples.measured(Samples.bar("virtual", 28)),
          SPREAD, Samples.measured(Samples.bar("virtual", 28)),
          LINES, Samples.measured(Samples.line("plain", 5)),
          TIMELINE, Samples.timed(new Span("main", "running", 0, 1000)),
          TALK, Samples.talked(Samples.writes(0, "a", "b", "ping")),
          OUTCOMES, Samples.counted(new Outcome("1", Expectation.FORBIDDEN, 1, "lost")));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  @DrawsPictures
  void everyKindDrawsItsColoursOnThePaper(Theme theme) throws IOException {
    for (var chart : ALL) {
      for (var seen : List.of(ONE.get(chart), many())) {
        var pixels = pixels(png(chart, seen, theme));
        assertTrue(count(pixels, theme.paper) > pixels.length / 10, chart + " has no paper");
        assertTrue(drawsSeries(pixels, theme), chart + " draws nothing");
      }
    }
  }

  @Test
  @DrawsPictures
  void aBarOfFourTimesTheValueIsFourTimesAsLong() throws IOException {
    var seen = Samples.measured(Samples.bar("short", 20), Samples.bar("long", 80));
    var image = png(new Chart.Bars("Bars", "time to start", false), seen, Theme.LIGHT);
    var looks = Looks.ofSeries(seen);
    var shorter = extent(image, looks.of("short").colour(Theme.LIGHT));
    var longer = extent(image, looks.of("long").colour(Theme.LIGHT));
    assertEquals(4.0, (double) longer / shorter, 0.1);
  }

  @Test
  @DrawsPictures
  void nothingObservedIsASentence() throws Exception {
    for (var chart : ALL) {
      assertFalse(drawsSeries(pixels(png(chart, Observations.NONE, Theme.LIGHT)), Theme.LIGHT));
      assertTrue(
          texts(svg(chart, Observations.NONE)).contains("Nothing was recorded for this chart."));
    }
  }

  @Test
  @DrawsPictures
  void svgHoldsTitleAxisAndLabels() throws Exception {
    var bars = texts(svg(BARS, Samples.measured(Samples.bar("virtual", 28))));
    assertTrue(
        bars.containsAll(
            Set.of("Bars & <signs>", "time to start (µs), log scale", "virtual", "28 µs")),
        bars::toString);
    assertTrue(
        bars.contains("increments 200,000 · Some CPU · 2 cores · JDK 25 · Linux"), bars::toString);
    var lines =
        texts(
            svg(LINES, Samples.measured(Samples.line("plain", 1, 10), Samples.line("lock", 5, 5))));
    assertTrue(
        lines.containsAll(
            Set.of("lost updates (%), log scale", "threads, log scale", "plain", "lock", "10")),
        lines::toString);
    var timeline = texts(svg(TIMELINE, many()));
    assertTrue(
        timeline.containsAll(Set.of("lane 3", "running", "waiting", "time (µs)")),
        timeline::toString);
    var talk = texts(svg(TALK, Samples.talked(Samples.writes(0, "a", "b", "ping"))));
    assertTrue(talk.containsAll(Set.of("a", "b", "writes \"ping\", not read")), talk::toString);
    var outcomes = texts(svg(OUTCOMES, ONE.get(OUTCOMES)));
    assertTrue(outcomes.contains("1 (100 %), forbidden: lost"), outcomes::toString);
  }

  @Test
  @DrawsPictures
  void svgSaysInASentenceWhatItShows() throws Exception {
    var sentences =
        Map.of(
            BARS, "Bars of time to start for virtual; the medians are from 28 µs to 28 µs.",
            LINES, "Lines of lost updates by threads for plain; the medians are from 5 % to 5 %.",
            SPREAD, "Box plots of time to start for virtual; the medians are from 28 µs to 28 µs.",
            TIMELINE, "What main did from 0 to 1 µs: running.",
            TALK,
                "What a, b say to each other: the last of their turns, 1 in all, is after 0.000"
                    + " µs.",
            OUTCOMES, "Outcomes, 1 in all; the counts are from 1 to 1.");
    for (var chart : ALL) {
      var svg = Files.readString(svg(chart, ONE.get(chart)));
      assertTrue(svg.contains("<desc>" + sentences.get(chart) + "</desc>"), svg);
      assertTrue(svg.contains("<title>"), svg);
      assertTrue(svg.contains("@font-face"), svg);
      assertTrue(svg.length() < 100_000, chart + ": " + svg.length());
    }
  }

  @Test
  @DrawsPictures
  void extremesAreDrawn() throws IOException {
    var extremes =
        List.of(
            Samples.measured(Samples.bar("zero", 0, 0), Samples.line("zero", 0, 0)),
            Samples.measured(Samples.bar("below", -5, -1), Samples.line("below", -5, 5)),
            Samples.measured(Samples.bar("tiny", 1e-12), Samples.line("huge", 1e-12, 1e18)),
            Samples.measured(Samples.bar("name ".repeat(40), 1), Samples.line("", 1)),
            Samples.timed(new Span("a", "b", 5, 5), new Span("a", "b", 0, 0)),
            Samples.talked(Samples.writes(0, "a", "b", "ping ".repeat(40))),
            Samples.counted(new Outcome("", Expectation.FORBIDDEN, 0, "never ".repeat(40))));
    for (var seen : extremes) {
      for (var chart : ALL) {
        assertTrue(png(chart, seen, Theme.DARK).getWidth() > 1000);
      }
    }
  }

  @Test
  void theEndingOfTheNameIsTheFormat() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Picture.write(
                    BARS,
                    Samples.result(many()),
                    List.of(),
                    Theme.LIGHT,
                    SIZE,
                    folder.resolve("a.gif")));
    assertEquals(
        "A picture's file name must end in .png, .svg or .pdf; a.gif does not.",
        refusal.getMessage());
  }

  @Test
  @DrawsPictures
  void aFolderThatIsNotThereIsAnError() {
    var nowhere = folder.resolve("nowhere").resolve("a.png");
    assertThrows(
        NoSuchFileException.class,
        () -> Picture.write(BARS, Samples.result(many()), List.of(), Theme.LIGHT, SIZE, nowhere));
  }

  @Test
  @DrawsPictures
  void aFullDiskIsAnError() throws IOException {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    for (var name : List.of("full.png", "full.svg")) {
      var file = Files.createSymbolicLink(folder.resolve(name), full);
      assertThrows(
          IOException.class,
          () -> Picture.write(BARS, Samples.result(many()), List.of(), Theme.LIGHT, SIZE, file));
      Files.delete(file);
    }
  }

  @Test
  void withoutFontsASentenceSaysWhatToInstall() throws Exception {
    var empty = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    var program = JavaProcess.builder(WithoutFonts.class, folder.resolve("a.png").toString());
    program.command().add(1, "-Duser.home=" + folder); // where Java keeps what it knew of fonts
    program.environment().put("FONTCONFIG_FILE", empty.toString());
    var completed = CompletedProcess.of(program);
    assertEquals(0, completed.code(), completed.lines()::toString);
    if (System.getProperty("os.name").equals("Linux")) {
      assertTrue(
          completed.lines().getFirst().contains("install fontconfig"), completed.lines()::toString);
      assertTrue(
          completed.lines().contains("  virtual thread  │██▌ 29 (27.5–30.3) µs"),
          completed.lines()::toString);
    }
  }

  /// Draws a picture, or says why not, and then a chart of characters, which needs no fonts.
  static final class WithoutFonts {
    public static void main(String[] args) throws IOException {
      var chart = new Chart.Bars("Bars", "time to start", false);
      try {
        Picture.write(
            chart,
            Samples.result(Samples.everything()),
            List.of(),
            Theme.LIGHT,
            SIZE,
            Path.of(args[0]));
      } catch (MissingToolException missing) {
        System.out.println(missing.getMessage());
      }
      System.out.print(TerminalChart.draw(chart, Samples.everything(), new Page(50, false, true)));
    }
  }

  /// Three series of a thousand samples or points, and as many spans.
  private static Observations many() {
    var samples = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
    var spans =
        IntStream.range(0, 1000)
            .mapToObj(i -> new Span("lane " + i % 5, i % 2 == 0 ? "running" : "waiting", i, i + 1))
            .toList();
    var series =
        List.<Series>of(
            Samples.bar("one", samples),
            Samples.bar("two", 5),
            Samples.line("line", samples),
            Samples.line("other", 2, 3, 2));
    var outcomes =
        List.of(
            new Outcome("1, 1", Expectation.INTERESTING, 5, "lost"),
            new Outcome("2", Expectation.ACCEPTABLE, 9, "kept"));
    var turns =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    i % 2 == 0 ? Samples.writes(i, "a", "b", "x") : Samples.reads(i, "b", "a", "x"))
            .toList();
    return new Observations(
        List.of(), series, outcomes, spans, List.of(), turns, List.of(), List.of(), "");
  }

  private BufferedImage png(Chart chart, Observations seen, Theme theme) throws IOException {
    var file = folder.resolve("chart.PNG");
    Picture.write(chart, Samples.result(seen), List.of(), theme, SIZE, file);
    return ImageIO.read(file.toFile());
  }

  private Path svg(Chart chart, Observations seen) throws IOException {
    var file = folder.resolve("chart.svg");
    Picture.write(chart, Samples.result(seen), List.of(), Theme.LIGHT, SIZE, file);
    return file;
  }

  /// The texts of an SVG file, which must be well-formed XML.
  private static Set<String> texts(Path svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var nodes = factory.newDocumentBuilder().parse(svg.toFile()).getElementsByTagName("text");
    var texts = new HashSet<String>();
    for (var n = 0; n < nodes.getLength(); n++) {
      texts.add(nodes.item(n).getTextContent());
    }
    return texts;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static long count(int[] pixels, Color colour) {
    return IntStream.of(pixels).filter(pixel -> pixel == colour.getRGB()).count();
  }

  /// How many pixels there are from the first of a colour on the left to the last on the right.
  private static int extent(BufferedImage image, Color colour) {
    var columns =
        IntStream.range(0, image.getWidth())
            .filter(
                x ->
                    IntStream.range(0, image.getHeight())
                        .anyMatch(y -> image.getRGB(x, y) == colour.getRGB()))
            .summaryStatistics();
    return columns.getMax() - columns.getMin();
  }

  private static boolean drawsSeries(int[] pixels, Theme theme) {
    return IntStream.range(0, 8).anyMatch(s -> count(pixels, theme.series(s)) > 0);
  }
}
