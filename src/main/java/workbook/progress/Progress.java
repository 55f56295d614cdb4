package workbook.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was done of the book, by name.
///
/// @param lessons those whose texts were read
/// @param experiments those that ran to their end
/// @param scenarios those that were explored or played
/// @param exercises those something was done for
/// @param predictions what came of the last prediction of each step
public record Progress(
    Set<String> lessons,
    Set<String> experiments,
    Set<String> scenarios,
    Map<String, ExerciseProgress> exercises,
    Map<String, Prediction> predictions) {
  private static final Set<ProgressEvent.Kind> FOR_EXERCISES =
      Set.of(ProgressEvent.Kind.CHECKED, ProgressEvent.Kind.HINTED, ProgressEvent.Kind.GAVE_UP);

  public static Progress of(List<ProgressEvent> events) {
    return new Progress(
        names(events, Set.of(ProgressEvent.Kind.READ)),
        names(events, Set.of(ProgressEvent.Kind.RAN)),
        names(events, Set.of(ProgressEvent.Kind.EXPLORED, ProgressEvent.Kind.PLAYED)),
        events.stream()
            .filter(event -> FOR_EXERCISES.contains(event.kind()))
            .collect(
                Collectors.groupingBy(
                    ProgressEvent::name,
                    Collectors.collectingAndThen(Collectors.toList(), ExerciseProgress::of))),
        events.stream()
            .filter(event -> event.kind() == ProgressEvent.Kind.PREDICTED)
            .collect(
                Collectors.toMap(
                    ProgressEvent::name,
                    event -> event.prediction().orElseThrow(),
                    (before, later) -> later)));
  }

  private static Set<String> names(List<ProgressEvent> events, Set<ProgressEvent.Kind> kinds) {
    return events.stream()
        .filter(event -> kinds.contains(event.kind()))
        .map(ProgressEvent::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a lesson's text was read.
  public boolean read(String lesson) {
    return lessons.contains(lesson);
  }

  /// Whether an experiment ran to its end.
  public boolean ran(String experiment) {
    return experiments.contains(experiment);
  }

  /// Whether a scenario was explored or played.
  public boolean met(String scenario) {
    return scenarios.contains(scenario);
  }

  /// What came of the last prediction of a step; empty when none was made.
  public Optional<Prediction> prediction(String step) {
    return Optional.ofNullable(predictions.get(step));
  }

  /// How far the learner has come with an exercise.
  public ExerciseProgress exercise(String name) {
    return exercises.getOrDefault(name, ExerciseProgress.NONE);
  }
}
