package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import workbook.Lesson;
import workbook.io.Invocation;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;

/// A lesson's page can be read in a terminal, and gives no answer away.
@Tag("fast")
class ReadLessonTest {
  private static final Book BOOK = new Book(Contents.LESSONS);
  private static final Pattern COMMAND = Pattern.compile("Then see: `(?<command>[^`]+)`");

  @TempDir private Path home;

  private ReadLesson reading() {
    return new ReadLesson(new ProgressLog(home, _ -> {}));
  }

  /// A step is called by its number: `both-forks-mended` would tell.
  @ParameterizedTest
  @FieldSource("book.Contents#LESSONS")
  void eachQuestionStandsAboveTheCommandThatAnswersIt(Lesson lesson) throws CommandException {
    var steps = Book.steps(lesson);
    var found = COMMAND.matcher(reading().read(lesson));
    for (var at = 0; at < steps.size(); at++) {
      var step = steps.get(at).step();
      var name = lesson.name() + "/" + (at + 1);
      assertTrue(found.find(), step.title());
      var explored = step.kind() == LessonStep.Kind.SCENARIO;
      assertEquals(Invocation.of((explored ? "explore " : "run ") + name), found.group("command"));
      var called = explored ? BOOK.scenario(name).id() : BOOK.experiment(name).id();
      assertEquals(step.id(), called);
    }
    assertFalse(found.find(), "a command for each step, and no other");
  }

  @ParameterizedTest
  @FieldSource("book.Contents#LESSONS")
  void whatComesAfterTheAnswerIsNotBeforeIt(Lesson lesson) {
    var text = reading().read(lesson);
    for (var ref : Book.steps(lesson)) {
      var more = ref.step().more();
      assertFalse(!more.isEmpty() && text.contains(more), more);
    }
  }

  @Test
  void withTheAnswersThereAreTheCommandsThatTheMenuOffers() throws CommandException {
    var lesson = BOOK.lesson("puzzles");
    var text = reading().readWithAnswers(lesson);
    for (var ref : Book.steps(lesson)) {
      for (var proposed : ref.step().scenarios()) {
        var command = "`" + Invocation.of("explore puzzles/" + proposed) + "`";
        assertEquals(2, text.split(Pattern.quote(command), -1).length, command);
      }
    }
    assertFalse(text.contains("<!-- explore"));
  }
}
