package workbook.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import workbook.Exercise;

/// How far a learner has come with an exercise.
///
/// @param best the most points a check gave; empty when none was made
/// @param hints how many hints were read
/// @param gaveUp whether the solution was read before the tests passed
public record ExerciseProgress(Optional<Points> best, int hints, boolean gaveUp) {
  /// Nothing was done yet.
  static final ExerciseProgress NONE = new ExerciseProgress(Optional.empty(), 0, false);

  /// @param events everything done for one exercise
  static ExerciseProgress of(List<ProgressEvent> events) {
    var most =
        events.stream()
            .flatMap(event -> event.points().stream())
            .max(Comparator.comparing(Points::all).thenComparing(Points::reached));
    var hints = events.stream().filter(event -> event.kind() == ProgressEvent.Kind.HINTED).count();
    var gaveUp = events.stream().anyMatch(event -> event.kind() == ProgressEvent.Kind.GAVE_UP);
    return new ExerciseProgress(most, (int) hints, gaveUp);
  }

  /// Whether every test passed once.
  public boolean passed() {
    return best.filter(Points::all).isPresent();
  }

  /// The most points reached, 0 before the first check.
  public Points points() {
    return best.orElse(new Points(0, Exercise.POINTS));
  }
}
