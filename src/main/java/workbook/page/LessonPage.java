package workbook.page;

import java.util.List;

/// The text of a lesson: an introduction, a row of steps, and what comes after them.
///
/// @param title the first heading, for example `03 Races: what's the sum?`
/// @param introduction Markdown; may be empty
/// @param steps in the order of the page; none when the page has no steps
/// @param ending Markdown of the sections after the last step, with their headings; may be empty
public record LessonPage(String title, String introduction, List<LessonStep> steps, String ending) {
  public LessonPage {
    steps = List.copyOf(steps);
  }

  /// The steps of an experiment, in the order of the page.
  public List<LessonStep> experiment(String id) {
    return find(LessonStep.Kind.EXPERIMENT, id);
  }

  /// The steps of a scenario, in the order of the page.
  public List<LessonStep> scenario(String id) {
    return find(LessonStep.Kind.SCENARIO, id);
  }

  private List<LessonStep> find(LessonStep.Kind kind, String id) {
    return steps.stream().filter(step -> step.kind() == kind && step.id().equals(id)).toList();
  }
}
