package workbook.progress;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.Lesson;
import workbook.usecase.Book;

/// What was done of the book.
///
/// @param read names of the lessons whose texts were read
/// @param ran names of the experiments that ran to their end
/// @param met names of the scenarios that were explored or played
/// @param standings of the exercises something was done for, by their names
public record Progress(
    Set<String> read, Set<String> ran, Set<String> met, Map<String, ExerciseProgress> standings) {
  private static final Set<ProgressEvent.Kind> FOR_EXERCISES =
      Set.of(ProgressEvent.Kind.CHECKED, ProgressEvent.Kind.HINTED, ProgressEvent.Kind.GAVE_UP);

  public static Progress of(List<ProgressEvent> deeds) {
    return new Progress(
        names(deeds, Set.of(ProgressEvent.Kind.READ)),
        names(deeds, Set.of(ProgressEvent.Kind.RAN)),
        names(deeds, Set.of(ProgressEvent.Kind.EXPLORED, ProgressEvent.Kind.PLAYED)),
        standings(deeds));
  }

  private static Map<String, ExerciseProgress> standings(List<ProgressEvent> deeds) {
    return deeds.stream()
        .filter(event -> FOR_EXERCISES.contains(event.kind()))
        .collect(
            Collectors.groupingBy(
                ProgressEvent::name,
                Collectors.collectingAndThen(Collectors.toList(), ExerciseProgress::of)));
  }

  private static Set<String> names(List<ProgressEvent> deeds, Set<ProgressEvent.Kind> kinds) {
    return deeds.stream()
        .filter(event -> kinds.contains(event.kind()))
        .map(ProgressEvent::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean read(Lesson lesson) {
    return read.contains(lesson.name());
  }

  public boolean ran(Book.ExperimentRef ref) {
    return ran.contains(ref.name());
  }

  public boolean met(Book.ScenarioRef ref) {
    return met.contains(ref.name());
  }

  /// How far the learner has come with an exercise.
  public ExerciseProgress of(Book.ExerciseRef exercise) {
    return standings.getOrDefault(exercise.name(), ExerciseProgress.NONE);
  }

  /// The most points reached in these exercises, in all.
  public int points(List<Book.ExerciseRef> tasks) {
    return tasks.stream().mapToInt(exercise -> of(exercise).points().reached()).sum();
  }

  /// How many of these exercises were solved.
  public int countPassed(List<Book.ExerciseRef> tasks) {
    return (int) tasks.stream().filter(exercise -> of(exercise).passed()).count();
  }

  /// How many of these scenarios were met.
  public int countMet(List<Book.ScenarioRef> scenes) {
    return (int) scenes.stream().filter(this::met).count();
  }

  /// How many experiments of these ran.
  public int count(List<Book.ExperimentRef> places) {
    return (int) places.stream().filter(this::ran).count();
  }
}
