package workbook.tui;

import java.util.List;
import workbook.io.Invocation;
import workbook.usecase.ExerciseService;
import workbook.view.Markdown;
import workbook.view.Page;

/// What a learner reads about an exercise: the task, the hints, the solution.
public final class ExerciseReport {
  private ExerciseReport() {}

  /// The task, where to write and what to type next.
  public static String task(ExerciseService.Task task, Page page) {
    var next =
        """

        %-10s %s
        Next:      %s
        Stuck?     %s   # %s
        """
            .formatted(
                task.created() ? "New file:" : "Your file:",
                task.file(),
                Invocation.of("check " + task.id()),
                Invocation.of("hint " + task.id()),
                hintsLeft(task));
    return Markdown.terminal(task.markdown(), page) + next;
  }

  private static String hintsLeft(ExerciseService.Task task) {
    return task.hintsRead() == 0
        ? task.hints() + (task.hints() == 1 ? " hint" : " hints")
        : task.hintsRead() + " of " + task.hints() + " hints read";
  }

  /// Some hints, and how many are left.
  public static String hints(ExerciseService.Hints hints, Page page) {
    var text = new StringBuilder();
    for (var place = hints.from(); place < hints.to(); place++) {
      text.append(text.isEmpty() ? "" : "\n").append(hint(hints.hints(), place, page));
    }
    switch (hints.reading()) {
      case NEW -> text.append(isLast(hints) ? "\nThat was the last hint.\n" : "");
      case NONE_LEFT -> text.append("\nThere are no more hints.\n");
      case AGAIN -> text.append(hints.to() == 0 ? "You have not read any hints yet.\n" : "");
    }
    return text.toString();
  }

  private static boolean isLast(ExerciseService.Hints hints) {
    return hints.to() == hints.hints().size();
  }

  private static String hint(List<String> hints, int place, Page page) {
    var title = "Hint %d of %d: ".formatted(place + 1, hints.size());
    return Markdown.terminal(title + hints.get(place), page);
  }

  /// A worked answer, and what can be said of the others.
  public static String solution(ExerciseService.Solution solution, Page page) {
    var code =
        "# %s: a worked answer\n\n```java\n%s```\n".formatted(solution.name(), solution.code());
    var comparison =
        solution.comparison().isEmpty() ? "" : "\n## Compare\n\n" + solution.comparison();
    return Markdown.terminal(code + comparison, page);
  }
}
