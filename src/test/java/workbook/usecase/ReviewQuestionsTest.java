package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.cli.TestBook;
import workbook.page.Assessment;
import workbook.progress.ProgressLog;

/// A question that was missed comes back after 1, 3 and 7 days.
@Tag("fast")
class ReviewQuestionsTest {
  @TempDir Path home;

  private ReviewQuestions review(String... lines) throws IOException {
    Files.createDirectories(home.resolve(".workbook"));
    var text = "workbook progress 1\n" + String.join("\n", lines) + "\n";
    Files.writeString(home.resolve(".workbook/progress"), text);
    var log =
        new ProgressLog(
            home,
            told -> {
              throw new AssertionError(told);
            });
    return new ReviewQuestions(new Book(TestBook.LESSONS), log, ZoneOffset.UTC);
  }

  private List<LocalDate> days(String... lines) throws IOException {
    return review(lines).all().stream().map(ReviewQuestions.Missed::due).toList();
  }

  private static String line(int day, String what) {
    return "2026-03-%02dT12:00:00Z %s".formatted(day, what);
  }

  @Test
  void aMissedQuestionComesBackAfterOneThreeAndSevenDays() throws IOException {
    var missed = line(1, "predicted alpha/steady wrong green");
    var first = line(2, "reviewed alpha/steady right green");
    var second = line(5, "reviewed alpha/steady right green");
    var third = line(12, "reviewed alpha/steady right green");
    assertEquals(List.of(LocalDate.of(2026, 3, 2)), days(missed));
    assertEquals(List.of(LocalDate.of(2026, 3, 5)), days(missed, first));
    assertEquals(List.of(LocalDate.of(2026, 3, 12)), days(missed, first, second));
    assertEquals(List.of(), days(missed, first, second, third));
  }

  @Test
  void aWrongAnswerBeginsAgain() throws IOException {
    assertEquals(
        List.of(LocalDate.of(2026, 3, 7)),
        days(
            line(1, "predicted alpha/steady wrong green"),
            line(2, "reviewed alpha/steady right green"),
            line(6, "reviewed alpha/steady wrong green")));
  }

  @Test
  void aRightPredictionIsNotAskedAgain() throws IOException {
    assertEquals(List.of(), days(line(1, "predicted alpha/steady right green")));
    assertEquals(List.of(), days(line(1, "predicted alpha/broken close 0")));
    assertEquals(List.of(), days(line(1, "predicted alpha/gone wrong 0")));
  }

  @Test
  void aRightPredictionLaterEndsNoReview() throws IOException {
    assertEquals(
        List.of(LocalDate.of(2026, 3, 4)),
        days(
            line(1, "predicted alpha/steady wrong green"),
            line(3, "predicted alpha/steady right green")));
  }

  @Test
  void anAnswerIsJudgedAndRemembered() throws IOException {
    var review = review(line(1, "predicted alpha/steady wrong green"));
    var due = review.due(LocalDate.of(2026, 3, 2));
    assertEquals(List.of(), review.due(LocalDate.of(2026, 3, 1)));
    assertEquals("alpha/steady", due.getFirst().ref().name());
    assertEquals(Assessment.Kind.RIGHT, review.answer(due.getFirst(), "green").kind());
    var kept = Files.readString(home.resolve(".workbook/progress"));
    assertTrue(kept.endsWith(" reviewed alpha/steady right green\n"), kept);
  }
}
