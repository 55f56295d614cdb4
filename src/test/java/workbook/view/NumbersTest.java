package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "-0.0 | 0",
        "5 | 5",
        "3214567 | 3,214,567",
        "-1234.5 | -1,235",
        "0.3456 | 0.346",
        "9.996 | 10.0",
        "99.95 | 100",
        "12.34 | 12.3",
        "123.4 | 123",
        "0.00012345 | 0.000123",
        "0.0000123 | 1.2e-5",
        "1.5e15 | 1.5e15",
        "1e300 | 1.0e300"
      })
  void wholeNumbersInFullOthersToThreeDigits(double value, String shown) {
    assertEquals(shown, Numbers.of(value));
  }

  @Test
  void figuresAreTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1,235", Numbers.of(1234.5));
      assertEquals("0.5", Numbers.tick(0.5));
      assertEquals("33.3 %", Numbers.share(1, 3));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, permits, 1 permit",
    "0, permits, 0 permits",
    "1.02, times, 1.02 times",
    "1, ms, 1 ms",
    "1, KiB, 1 KiB",
    "1, s, 1 s",
    "1, us, 1 µs"
  })
  void oneOfAThingIsSingular(double value, String unit, String shown) {
    assertEquals(shown, Numbers.of(value, unit));
  }

  @Test
  void anAxisHasShortFigures() {
    assertEquals("0.1", Numbers.tick(0.1));
    assertEquals("2.5", Numbers.tick(2.5));
    assertEquals("1,000", Numbers.tick(1000));
    assertEquals("1e-9", Numbers.tick(1e-9));
    assertEquals("2.5e7", Numbers.tick(25_000_000));
    assertEquals("12,345,678", Numbers.tick(12_345_678));
  }

  @Test
  void aShareIsNeverRoundedToNothingOrAll() {
    assertEquals("0 %", Numbers.share(0, 10));
    assertEquals("0 %", Numbers.share(0, 0));
    assertEquals("< 0.1 %", Numbers.share(1, 1_000_000));
    assertEquals("> 99.9 %", Numbers.share(999_999, 1_000_000));
    assertEquals("100 %", Numbers.share(7, 7));
  }
}
