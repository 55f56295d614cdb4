package workbook.usecase;

import java.util.stream.Collectors;
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

  /// The page of the lesson as Markdown, with the commands to run in place of the answers. What a
  /// step proposes to do next is left out: it often takes the answer for granted.
  public String read(Lesson lesson) {
    log.add(ProgressEvent.Kind.READ, lesson.name());
    var page = LessonPages.of(lesson);
    var text = new StringBuilder("# ").append(page.title());
    text.append("\n\n").append(page.introduction());
    var steps = Book.steps(lesson);
    for (var at = 0; at < steps.size(); at++) {
      text.append("\n\n").append(asked(steps.get(at), at + 1));
    }
    return text.append("\n\n").append(page.ending()).toString();
  }

  /// The whole page as Markdown, answers and all. What the page only hints at, in a comment for the
  /// menu and the browser, becomes commands.
  public String readWithAnswers(Lesson lesson) {
    log.add(ProgressEvent.Kind.READ, lesson.name());
    var text = LessonPages.markdown(lesson);
    for (var ref : Book.steps(lesson)) {
      var ids = String.join(", ", ref.step().scenarios());
      text = text.replace("<!-- explore: " + ids + " -->", proposed(ref));
    }
    return text;
  }

  /// The commands for what a step proposes to explore and doesn't name itself.
  private static String proposed(Book.StepRef ref) {
    return ref.step().scenarios().stream()
        .map(id -> ref.lesson().name() + "/" + id)
        .filter(name -> !ref.step().more().contains(name + "`"))
        .map(name -> "`" + Invocation.of("explore " + name) + "`.")
        .collect(Collectors.joining(" "));
  }

  private static String asked(Book.StepRef ref, int number) {
    var step = ref.step();
    var text = new StringBuilder("## ").append(step.title());
    text.append("\n\n").append(step.text());
    text.append("\n\n**Predict.** ").append(step.question().text()).append("\n\n");
    if (step.question() instanceof Question.Choice choice) {
      choice.options().forEach(option -> text.append("- ").append(option).append('\n'));
    }
    var command = step.kind() == LessonStep.Kind.SCENARIO ? "explore" : "run";
    var called = "%s %s/%d".formatted(command, ref.lesson().name(), number); // no name: it may tell
    return text.append("\nThen see: `").append(Invocation.of(called)).append('`').toString();
  }
}
