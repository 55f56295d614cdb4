package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.course.ClassWork;
import workbook.course.GradeBook;
import workbook.course.HandedInFile;
import workbook.course.Mark;
import workbook.course.Student;

/// How far the grading of a class is, and how long it still takes.
@Tag("fast")
class GradingProgressTest {
  private long now;

  private static ClassWork work(int answers) {
    var tasks = new ArrayList<ClassWork.Task>();
    for (var number = 0; number < answers; number++) {
      var file = new HandedInFile(number + "/Tally.java", new byte[0], Instant.EPOCH);
      tasks.add(task("s" + number, Optional.of(file)));
    }
    tasks.add(task("zoe", Optional.empty()));
    return new ClassWork(tasks, List.of());
  }

  private static ClassWork.Task task(String student, Optional<HandedInFile> file) {
    return new ClassWork.Task(new Student(student, student), "Tally", file, false, 0, "");
  }

  private String after(GradingProgress progress, ClassWork work, int number, Duration took) {
    now += took.toNanos();
    var mark = new Mark("passed", 10, 10, "00ff", "");
    return progress.next(new GradeBook.Line(work.tasks().get(number), "races/tally", mark));
  }

  @Test
  void theTimeLeftIsThatOfTheAnswersLeft() {
    var work = work(1_002);
    var progress = new GradingProgress(work, () -> now);
    assertEquals("Grading 1,002 answers of 1,003 students, 2 at a time.\n", progress.first(2));
    assertEquals(
        "1/1003  s0  races/tally  passed  10 of 10  (1 h 40 min left)\n",
        after(progress, work, 0, Duration.ofSeconds(6)));
    assertEquals(
        "2/1003  zoe  races/tally  passed  10 of 10  (1 h 40 min left)\n",
        after(progress, work, 1_002, Duration.ZERO));
  }

  @Test
  void whatWasKnownBeforeDoesNotMakeTheRestLookQuick() {
    var work = work(200);
    var progress = new GradingProgress(work, () -> now);
    for (var number = 0; number < 100; number++) {
      after(progress, work, number, Duration.ZERO);
    }
    var told = "";
    for (var number = 100; number < 160; number++) {
      told = after(progress, work, number, Duration.ofSeconds(6));
    }
    assertEquals("160/201  s159  races/tally  passed  10 of 10  (4 min left)\n", told);
  }

  @Test
  void lessThanAMinuteIsNotWorthAWord() {
    var work = work(2);
    var progress = new GradingProgress(work, () -> now);
    assertEquals(
        "1/3  s0  races/tally  passed  10 of 10\n",
        after(progress, work, 0, Duration.ofSeconds(50)));
  }
}
