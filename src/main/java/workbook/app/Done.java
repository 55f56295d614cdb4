package workbook.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.Lesson;

/// What was done of the book.
///
/// @param read names of the lessons whose texts were read
/// @param ran names of the experiments that ran to their end
/// @param met names of the scenarios that were explored or played
/// @param standings of the exercises something was done for, by their names
record Done(Set<String> read, Set<String> ran, Set<String> met, Map<String, Standing> standings) {
  private static final Set<Deed.Kind> FOR_EXERCISES =
      Set.of(Deed.Kind.CHECKED, Deed.Kind.HINTED, Deed.Kind.GAVE_UP);

  static Done of(List<Deed> deeds) {
    return new Done(
        names(deeds, Set.of(Deed.Kind.READ)),
        names(deeds, Set.of(Deed.Kind.RAN)),
        names(deeds, Set.of(Deed.Kind.EXPLORED, Deed.Kind.PLAYED)),
        standings(deeds));
  }

  private static Map<String, Standing> standings(List<Deed> deeds) {
    return deeds.stream()
        .filter(deed -> FOR_EXERCISES.contains(deed.kind()))
        .collect(
            Collectors.groupingBy(
                Deed::name, Collectors.collectingAndThen(Collectors.toList(), Standing::of)));
  }

  private static Set<String> names(List<Deed> deeds, Set<Deed.Kind> kinds) {
    return deeds.stream()
        .filter(deed -> kinds.contains(deed.kind()))
        .map(Deed::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean read(Lesson lesson) {
    return read.contains(lesson.name());
  }

  boolean ran(Book.Place place) {
    return ran.contains(place.name());
  }

  boolean met(Book.Scene scene) {
    return met.contains(scene.name());
  }

  /// How far the learner has come with an exercise.
  Standing standing(Book.Task task) {
    return standings.getOrDefault(task.name(), Standing.NONE);
  }

  /// The most points reached in these exercises, in all.
  int points(List<Book.Task> tasks) {
    return tasks.stream().mapToInt(task -> standing(task).points().reached()).sum();
  }

  /// How many of these exercises were solved.
  int countPassed(List<Book.Task> tasks) {
    return (int) tasks.stream().filter(task -> standing(task).passed()).count();
  }

  /// How many of these scenarios were met.
  int countMet(List<Book.Scene> scenes) {
    return (int) scenes.stream().filter(this::met).count();
  }

  /// How many experiments of these ran.
  int count(List<Book.Place> places) {
    return (int) places.stream().filter(this::ran).count();
  }
}
