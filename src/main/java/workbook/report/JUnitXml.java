package workbook.report;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// A verdict as JUnit XML, which continuous integration and course servers read: a suite for the
/// exercise, a case for each graded test, and the points as properties of both.
public final class JUnitXml {
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /// The whole document, of an answer that was handed in.
  public static String of(StudentReport.Answer answer) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new JUnitXml(xml).suite(answer);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private void suite(StudentReport.Answer answer) throws XMLStreamException {
    var line = answer.line();
    var result = answer.result().orElseThrow();
    begin("testsuite");
    attribute("name", line.exercise());
    switch (result) {
      case GradingResult.Scored scored -> counts(scored);
      case GradingResult.Rejected _ -> counts(1, 0, 1, 0);
    }
    var about = new TreeMap<>(Map.of("student", line.task().student().id()));
    about.put("verdict", line.mark().verdict());
    about.put("of", String.valueOf(line.mark().of()));
    about.put("late", String.valueOf(line.task().late()));
    if (line.mark().counts()) {
      about.put("points", String.valueOf(line.mark().points()));
    }
    if (!line.mark().sha256().isEmpty()) {
      about.put("sha256", line.mark().sha256());
    }
    properties(about);
    switch (result) {
      case GradingResult.Scored scored -> {
        for (var test : scored.results()) {
          test(test, answer.exercise().test());
        }
      }
      case GradingResult.Rejected rejected -> rejected(rejected, answer.exercise().test());
    }
    xml.writeEndElement();
  }

  private void counts(GradingResult.Scored scored) throws XMLStreamException {
    var errors = 0;
    var skipped = 0;
    for (var test : scored.results()) {
      errors += element(test).equals("error") ? 1 : 0;
      skipped += element(test).equals("skipped") ? 1 : 0;
    }
    var passed = (int) scored.results().stream().filter(TestResult::passed).count();
    var all = scored.results().size();
    counts(all, all - passed - errors - skipped, errors, skipped);
  }

  private void counts(int tests, int failures, int errors, int skipped) throws XMLStreamException {
    attribute("tests", String.valueOf(tests));
    attribute("failures", String.valueOf(failures));
    attribute("errors", String.valueOf(errors));
    attribute("skipped", String.valueOf(skipped));
    attribute("time", "0");
  }

  private void test(TestResult test, String type) throws XMLStreamException {
    begin("testcase");
    attribute("name", test.says());
    attribute("classname", type);
    attribute("time", "0");
    var about = new TreeMap<>(Map.of("of", String.valueOf(test.points())));
    about.put("points", String.valueOf(test.passed() ? test.points() : 0));
    about.put("test", test.test());
    properties(about);
    if (!test.passed()) {
      why(element(test), FailureWords.of(test.outcome()), evidence(test));
    }
    if (!test.printed().isEmpty()) {
      begin("system-out");
      xml.writeCharacters(PrintableText.of(test.printed()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /// How JUnit calls a test that did not pass.
  private static String element(TestResult test) {
    return switch (test.outcome()) {
      case TestOutcome.Pass _ -> "";
      case TestOutcome.Fail _ -> "failure";
      case TestOutcome.Stuck _, TestOutcome.Resource _ -> "error";
      case TestOutcome.Inconclusive _, TestOutcome.NotRun _ -> "skipped";
    };
  }

  private static String evidence(TestResult test) {
    var trace =
        test.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()
            ? fail.trace().get() + "\n"
            : "";
    return trace + "Read: " + test.read() + "\n";
  }

  private void rejected(GradingResult.Rejected rejected, String type) throws XMLStreamException {
    begin("testcase");
    attribute("name", "the file can be graded");
    attribute("classname", type);
    attribute("time", "0");
    var problems = new StringBuilder();
    rejected
        .diagnostics()
        .forEach(one -> problems.append("%d: %s\n".formatted(one.line(), one.says())));
    why("error", rejected.diagnostics().getFirst().says(), problems.toString());
    xml.writeEndElement();
  }

  private void why(String element, String message, String text) throws XMLStreamException {
    begin(element);
    attribute("message", message.lines().findFirst().orElse(""));
    xml.writeCharacters(PrintableText.of(text));
    xml.writeEndElement();
  }

  private void properties(Map<String, String> values) throws XMLStreamException {
    begin("properties");
    for (var value : values.entrySet()) {
      begin("property");
      attribute("name", value.getKey());
      attribute("value", value.getValue());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void begin(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, PrintableText.of(value));
  }
}
