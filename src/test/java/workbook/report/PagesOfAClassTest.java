package workbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import workbook.course.Student;
import workbook.explore.Trace;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// The pages for students and for their instructor: whatever a student is called, writes or prints
/// is text there; and somebody who cannot see them can use them.
@Tag("fast")
class PagesOfAClassTest {
  private static final Misconception ATOMIC =
      new Misconception("a sum is one step", "sums", "expected: <2> but was: <1>");

  private static final String SHOWN =
      SampleReports.HOSTILE.replace('\u202e', '\ufffd').replace('\u0000', '\ufffd');

  private static String classPage(List<Misconception> known, StudentReport... reports) {
    var page = new ClassPage(List.of(SampleReports.HOSTILE + " isn't in the roster."));
    for (var report : reports) {
      page.add(report, "results/ann/index.html", _ -> known);
    }
    return page.html();
  }

  @Test
  void aStudentsPageCanBeHeardAndNeedsNobodyElse() throws Exception {
    var page = ParsedPage.of(StudentPage.of(SampleReports.hostile()));
    page.check();
    assertEquals("Exercises of " + SHOWN, page.texts("h1").getFirst());
    assertEquals("Exercises of " + SHOWN, page.texts("title").getFirst());
    assertEquals(List.of(SHOWN + "\n".strip()), page.texts("pre"));
  }

  @Test
  void aStudentsPageTellsHowAnAnswerFailsAndWhatToRead() throws Exception {
    var page = ParsedPage.of(StudentPage.of(SampleReports.hostile()));
    var text = page.texts("main").getFirst();
    for (var part :
        List.of(
            "? not judged",
            "✗ rejected",
            "the last of 3 files",
            "the sum: expected 2, saw 1",
            "⇒ Here main is stopped and other runs",
            "… the same 4 more times",
            "n becomes 1",
            "other waits for ",
            "lesson 03, \"Why\"",
            "Who calls add(1)?",
            "target/workbook hint tally",
            "target/workbook check tally --test=sums --schedule=1.1+ab",
            "Line 3: A brace is missing",
            "not judged: too long")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertEquals(List.of("the sum is 2", "it waits"), page.texts("h3"));
  }

  @Test
  void aLongRunIsToldInParts() throws Exception {
    var student = new Student("ann", "Ann");
    var steps = new ArrayList<Trace.Step>();
    for (var number = 0; number < 1_000; number++) {
      steps.add(
          new Trace.Step(
              "t" + number % 7,
              "T.java",
              number,
              "",
              "reads",
              "n" + number,
              "",
              "0",
              "",
              "",
              0,
              "",
              ""));
    }
    var threads = List.of("t0", "t1", "t2", "t3", "t4", "t5", "t6");
    var trace = new Trace(threads, steps, Trace.End.FAILED, "deadlock", List.of(), "1");
    var outcome = new TestOutcome.Fail("deadlock", Optional.of(trace));
    var test = new TestResult("ends", "it ends", 10, "lesson 04", outcome, "");
    var report =
        new StudentReport(
            student, List.of(SampleReports.answer(student, SampleReports.TALLY, test)));
    var page = ParsedPage.of(StudentPage.of(report));
    page.check();
    assertTrue(page.texts("main").getFirst().contains("… 940 more steps …"));
    assertTrue(page.texts("dd").contains("target/workbook glossary deadlock"));
  }

  @Test
  void theClassesPageCanBeHeardAndNeedsNobodyElse() throws Exception {
    var page = ParsedPage.of(classPage(List.of(ATOMIC), SampleReports.hostile()));
    page.check();
    assertEquals("A class of 1 student", page.texts("h1").getFirst());
    assertTrue(page.texts("li").contains(SHOWN + " isn't in the roster."));
    var policy = page.all("meta").get(1).getAttribute("content");
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void theClassesPageTellsWhereItIsStuckAndWhatAnswersMayRestOn() throws Exception {
    var ann = new Student("ann", "Ann");
    var bob = new Student("bob", "Bob");
    var eve = new Student("eve", "Eve");
    var page =
        ParsedPage.of(
            classPage(
                List.of(
                    new Misconception("never", "sums", "other words"),
                    ATOMIC,
                    new Misconception("it adds up", "adds", "expected")),
                new StudentReport(
                    ann,
                    List.of(
                        SampleReports.answer(
                            ann, SampleReports.TALLY, SampleReports.RIGHT, SampleReports.WRONG),
                        SampleReports.missing(ann, SampleReports.BANK))),
                new StudentReport(
                    bob,
                    List.of(
                        SampleReports.answer(bob, SampleReports.TALLY, SampleReports.RIGHT),
                        SampleReports.missing(bob, SampleReports.BANK))),
                new StudentReport(
                    eve,
                    List.of(
                        SampleReports.rejected(eve, SampleReports.TALLY),
                        SampleReports.missing(eve, SampleReports.BANK)))));
    page.check();
    assertEquals(
        List.of(
            "Exercise passed failed not judged rejected missing mean points",
            "races/tally 1 1 0 1 0 2.7",
            "What is asked Fail it Read",
            "the sum is 2 1 of 1 lesson 03, \"Why\"",
            "it adds 0 of 2 ",
            "They may believe that Answers Students",
            "a sum is one step 1 Ann",
            "Student Verdict Points What it may rest on, or why not",
            "Ann ✗ failed, late 4 a sum is one step",
            "Bob ✓ passed, late 4 why not",
            "Eve ✗ rejected, late 0 A brace is missing."),
        page.all("tr").stream().map(PagesOfAClassTest::cells).toList());
    assertTrue(page.texts("p").contains("Nobody handed in: races/bank."));
  }

  private static String cells(Element row) {
    var cells = new ArrayList<String>();
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
      if (cell instanceof Element) {
        cells.add(cell.getTextContent().strip());
      }
    }
    return String.join(" ", cells);
  }
}
