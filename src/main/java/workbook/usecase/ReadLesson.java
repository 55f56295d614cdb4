package workbook.usecase;

import workbook.Lesson;
import workbook.Question;
import workbook.io.Invocation;
import workbook.page.LessonStep;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Gives a person the text of a lesson, which then counts as read.
public final class ReadLesson {
  private final ProgressLog log;

  public ReadLesson(ProgressLog log) {
    this.log = log;
  }

  /// The page of the lesson as Markdown, with the commands to run in place of the answers.
  public String read(Lesson lesson) {
    log.add(ProgressEvent.Kind.READ, lesson.name());
    var page = LessonPages.of(lesson);
    var text = new StringBuilder("# ").append(page.title());
    text.append("\n\n").append(page.introduction());
    for (var ref : Book.steps(lesson)) {
      text.append("\n\n").append(asked(ref));
    }
    return text.append("\n\n").append(page.ending()).toString();
  }

  /// The whole page as Markdown, answers and all.
  public String readWithAnswers(Lesson lesson) {
    log.add(ProgressEvent.Kind.READ, lesson.name());
    return LessonPages.markdown(lesson);
  }

  private static String asked(Book.StepRef ref) {
    var step = ref.step();
    var text = new StringBuilder("## ").append(step.title());
    text.append("\n\n").append(step.text());
    text.append("\n\n**Predict.** ").append(step.question().text()).append("\n\n");
    if (step.question() instanceof Question.Choice choice) {
      choice.options().forEach(option -> text.append("- ").append(option).append('\n'));
    }
    text.append("\nThen see: `").append(command(ref)).append("`\n\n").append(step.more());
    return text.toString();
  }

  private static String command(Book.StepRef ref) {
    var step = ref.step();
    var name = ref.lesson().name() + "/" + step.id();
    if (step.kind() == LessonStep.Kind.SCENARIO) {
      return Invocation.of("explore " + name);
    }
    var command = new StringBuilder("run ").append(name);
    step.settings().forEach((key, value) -> command.append(" --%s=%s".formatted(key, value)));
    return Invocation.of(command.toString());
  }
}
