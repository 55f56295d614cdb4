package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.view.Table.Align;

@Tag("fast")
class TableTest {
  @Test
  void decimalPointsStandBelowEachOther() {
    var table = new Table().column("who", Align.LEFT).column("ns", Align.POINT);
    table.row("plain", "0.31").row("lock", "12.5").row("JVM", "30,150").row("none", "-");
    assertEquals(
        """
          who           ns
          ─────  ─────────
          plain       0.31
          lock       12.5
          JVM    30,150
          none           -
        """,
        table.draw(Samples.WIDE));
  }

  @Test
  void runningTextIsWrappedAndNamesAreShortened() {
    var table = new Table().column("name", Align.LEFT).column("meaning", Align.TEXT);
    table.row("a name of many letters", "a meaning of some words more");
    assertEquals(
        """
          name          meaning
          ────────────  ────────────────
          a name of m…  a meaning of
                        some words more
        """,
        table.draw(new Page(32, false, true)));
  }

  @Test
  void aHeadingStandsAcrossTheColumns() {
    var table = new Table().column("what", Align.LEFT).column("n", Align.RIGHT);
    table.column("meaning", Align.LEFT);
    table.row("a heading of many letters", "", "").row("seen", "1", "once");
    assertEquals(
        """
          what  n  meaning
          ────  ─  ───────
          a heading of many letters
          seen  1  once
        """,
        table.draw(Samples.WIDE));
  }

  @Test
  void whatIsStillTooWideIsCutIntoTables() {
    var table = new Table().column("n", Align.RIGHT);
    for (var c = 0; c < 4; c++) {
      table.column("column " + c, Align.RIGHT);
    }
    table.row("1", "a", "b", "c", "d");
    assertEquals(
        """
          n  column 0  column 1
          ─  ────────  ────────
          1         a         b

          n  column 2  column 3
          ─  ────────  ────────
          1         c         d
        """,
        table.draw(new Page(26, false, true)));
  }

  @Test
  void aTableWithoutRowsIsNothing() {
    assertEquals("", new Table().column("who", Align.LEFT).draw(Samples.WIDE));
  }

  @Test
  void wideLettersKeepTheColumns() {
    var table = new Table().column("who", Align.LEFT).column("n", Align.RIGHT);
    table.row("日本", "1").row("abcd", "2");
    assertEquals(
        """
          who   n
          ────  ─
          日本  1
          abcd  2
        """,
        table.draw(Samples.WIDE));
  }
}
