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

  private static final double[][] AS_IT_IS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  /// Complete deuteranopia, for linear colours: Machado, Oliveira and Fernandes, 2009.
  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] GRAY = {
    {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}
  };

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
      for (var eye : List.of(AS_IT_IS, DEUTERANOPIA, GRAY)) {
        var light = luminance(seen(theme.series(number).getRGB(), eye));
        var paper = luminance(seen(theme.paper.getRGB(), eye));
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
        for (var eye : List.of(AS_IT_IS, DEUTERANOPIA, GRAY)) {
          var first = seen(theme.series(one).getRGB(), eye);
          var second = seen(theme.series(other).getRGB(), eye);
          if (distance(first, second) < DISTANCE) {
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

  /// A colour as an eye sees it, linear, from 0 to 1.
  private static double[] seen(int rgb, double[][] eye) {
    var linear = new double[] {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
    var seen = new double[3];
    for (var row = 0; row < 3; row++) {
      for (var column = 0; column < 3; column++) {
        seen[row] += eye[row][column] * linear[column];
      }
      seen[row] = Math.clamp(seen[row], 0, 1);
    }
    return seen;
  }

  private static double linear(int value) {
    var share = (value & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double luminance(double[] colour) {
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
  }

  private static double distance(double[] one, double[] other) {
    var first = lab(one);
    var second = lab(other);
    return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
  }

  /// CIE L*a*b* with the white of sRGB, D65.
  private static double[] lab(double[] c) {
    var x = root((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    var y = root(luminance(c));
    var z = root((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double share) {
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
  }
}
