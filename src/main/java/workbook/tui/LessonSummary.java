package workbook.tui;

import java.util.Optional;
import workbook.Lesson;
import workbook.usecase.Book;
import workbook.usecase.LessonPages;
import workbook.usecase.ReadProgress;

/// What stands at the end of a lesson: how the predictions went, what the learner can do now, the
/// exercises, and the next lesson.
final class LessonSummary {
  private LessonSummary() {}

  /// @param next the lesson after this one
  /// @return Markdown
  static String of(Lesson lesson, Optional<Lesson> next, ReadProgress.LessonProgress progress) {
    var text = new StringBuilder("# The end of lesson " + lesson.number() + "\n\n");
    var predictions = progress.predictions();
    if (predictions.of() > 0) {
      text.append(
          "%d of your %d predictions %s right.\n\n"
              .formatted(
                  predictions.done(), predictions.of(), predictions.done() == 1 ? "was" : "were"));
    }
    if (!predictions.all()) {
      text.append("From tomorrow on, `review` asks you the others again.\n\n");
    }
    var left = progress.steps().of() - progress.steps().done();
    if (left > 0) {
      text.append(
          "%d of the %d steps %s left. The list of steps shows which: they have no mark.\n\n"
              .formatted(left, progress.steps().of(), left == 1 ? "is" : "are"));
    }
    text.append(canDoNow(lesson)).append("\n\n");
    if (!lesson.exercises().isEmpty()) {
      text.append("## Now write it yourself\n\nThe exercises come next:\n\n");
    }
    for (var exercise : Book.exercises(lesson)) {
      text.append("- **%s**: %s\n".formatted(exercise.id(), exercise.exercise().asks()));
    }
    next.ifPresent(
        lessonAfter ->
            text.append(
                "\nNext is lesson %s, %s: %s"
                    .formatted(lessonAfter.number(), lessonAfter.name(), lessonAfter.question())));
    return text.toString();
  }

  /// The first section after the steps.
  private static String canDoNow(Lesson lesson) {
    var ending = LessonPages.of(lesson).ending();
    var second = ending.indexOf("\n## ");
    return second < 0 ? ending : ending.substring(0, second);
  }
}
