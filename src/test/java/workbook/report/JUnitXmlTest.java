package workbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import workbook.course.Student;

/// A verdict as JUnit XML: what any reader of such files counts, and the points beside.
@Tag("fast")
class JUnitXmlTest {
  private static final Student ANN = new Student("ann-" + SampleReports.HOSTILE, "Ann");

  private static String attributes(Element element, String... names) {
    return String.join(" ", List.of(names).stream().map(element::getAttribute).toList());
  }

  private static String property(Element element, String name) {
    var properties = element.getElementsByTagName("property");
    for (var at = 0; at < properties.getLength(); at++) {
      var property = (Element) properties.item(at);
      if (property.getAttribute("name").equals(name)) {
        return property.getAttribute("value");
      }
    }
    return "none";
  }

  @Test
  void eachTestIsACaseWithItsPoints() throws Exception {
    var answer =
        SampleReports.answer(
            ANN,
            SampleReports.TALLY,
            SampleReports.RIGHT,
            SampleReports.WRONG,
            SampleReports.UNCLEAR);
    var xml = ParsedPage.of(JUnitXml.of(answer));
    var suite = xml.all("testsuite").getFirst();
    assertEquals(
        "races/tally 3 1 0 1", attributes(suite, "name", "tests", "failures", "errors", "skipped"));
    assertTrue(property(suite, "student").startsWith("ann-<img"));
    assertEquals(
        "none", property((Element) suite.getElementsByTagName("properties").item(0), "points"));
    var cases = xml.all("testcase");
    assertEquals(
        List.of("it adds 4 4", "the sum is 2 0 5", "it waits 0 1"),
        cases.stream()
            .map(
                one ->
                    one.getAttribute("name")
                        + " "
                        + property(one, "points")
                        + " "
                        + property(one, "of"))
            .toList());
    var failure = xml.all("failure").getFirst();
    assertEquals("the sum: expected 2, saw 1", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("replay: 1.1+ab"), failure.getTextContent());
    assertEquals("not judged: too long", xml.all("skipped").getFirst().getAttribute("message"));
    assertTrue(xml.texts("system-out").getFirst().contains("]]>"));
  }

  @Test
  void whatCannotBeGradedIsOneError() throws Exception {
    var xml = ParsedPage.of(JUnitXml.of(SampleReports.rejected(ANN, SampleReports.BANK)));
    var suite = xml.all("testsuite").getFirst();
    assertEquals("1 0 1 0", attributes(suite, "tests", "failures", "errors", "skipped"));
    assertEquals("0", property(suite, "points"));
    assertTrue(
        xml.all("error").getFirst().getAttribute("message").startsWith("A brace is missing"));
  }
}
