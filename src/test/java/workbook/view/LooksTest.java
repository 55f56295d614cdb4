package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class LooksTest {
  /// The least contrast of a figure's parts with what they lie on, after WCAG 2.2, 1.4.11.
  private static final double CONTRAST = 3;

  /// The least distance (CIE 1976) of two colours that a reader tells apart at a glance.
  private static final double DISTANCE = 25;

  private static final List<String> NAMES =
      List.of(
          "plain int",
          "plain, pausing",
          "volatile int",
          "synchronized",
          "ReentrantLock",
          "AtomicInteger",
          "LongAdder");

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    var forwards = Looks.of(NAMES);
    var backwards = Looks.of(NAMES.reversed());
    NAMES.forEach(name -> assertEquals(forwards.of(name), backwards.of(name), name));
  }

  @Test
  void withoutOneOfThemTheOthersLookTheSame() {
    var all = Looks.of(NAMES);
    for (var missing : NAMES) {
      var rest = NAMES.stream().filter(name -> !name.equals(missing)).toList();
      var others = Looks.of(rest);
      rest.forEach(name -> assertEquals(all.of(name), others.of(name), name + " - " + missing));
    }
  }

  @Test
  void noTwoNamesLookTheSame() {
    var names = IntStream.range(0, 64).mapToObj(n -> "series " + n).toList();
    var looks = Looks.of(names);
    var seen = new HashSet<List<Object>>();
    for (var name : names) {
      var look = looks.of(name);
      assertTrue(seen.add(List.of(look.colour(Theme.LIGHT), look.hatch())), name);
    }
    var eight = Looks.of(names.subList(0, 8));
    var colours = names.stream().limit(8).map(name -> eight.of(name).colour(Theme.DARK)).distinct();
    assertEquals(8, colours.count());
  }

  @ParameterizedTest
  @EnumSource
  void everyColourStandsOutFromThePaperForEveryEye(Theme theme) {
    for (var number = 0; number < Look.COLOURS; number++) {
      for (var eye : ColourVision.values()) {
        var light = ColourVision.luminance(eye.seen(theme.series(number).getRGB()));
        var paper = ColourVision.luminance(eye.seen(theme.paper.getRGB()));
        var contrast = (Math.max(light, paper) + 0.05) / (Math.min(light, paper) + 0.05);
        assertTrue(contrast >= CONTRAST, theme + " " + number + ": " + contrast);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverCannotTellTwoColoursApartHasAnotherCode(Theme theme) {
    for (var one = 0; one < Look.COLOURS; one++) {
      for (var other = 0; other < one; other++) {
        for (var eye : ColourVision.values()) {
          var first = eye.seen(theme.series(one).getRGB());
          var second = eye.seen(theme.series(other).getRGB());
          if (ColourVision.distance(first, second) < DISTANCE) {
            assertOtherCode(new Look(one), new Look(other));
          }
        }
      }
    }
  }

  /// Beyond the eighth colours come again, each time with another code.
  @Test
  void ofTheSameColourNoTwoHaveTheSameCode() {
    for (var one = 0; one < Look.COLOURS * Look.COLOURS; one++) {
      for (var other = one % Look.COLOURS; other < one; other += Look.COLOURS) {
        assertOtherCode(new Look(one), new Look(other));
      }
    }
  }

  private static void assertOtherCode(Look one, Look other) {
    var pair = one + " and " + other;
    assertNotEquals(one.hatch(), other.hatch(), pair);
    assertNotEquals(one.line(), other.line(), pair);
    assertNotEquals(outline(one), outline(other), pair);
  }

  /// Which places of a grid are in the marker.
  private static List<Boolean> outline(Look look) {
    return IntStream.range(0, 441)
        .mapToObj(n -> look.marker().contains(n % 21 / 2.0 - 5, Math.floorDiv(n, 21) / 2.0 - 5))
        .toList();
  }
}
