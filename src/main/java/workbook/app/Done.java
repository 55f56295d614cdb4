package workbook.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.Lesson;

/// What was done of the book.
///
/// @param read names of the lessons whose texts were read
/// @param ran names of the experiments that ran to their end
/// @param met names of the scenarios that were explored or played
record Done(Set<String> read, Set<String> ran, Set<String> met) {
  static Done of(List<Deed> deeds) {
    return new Done(
        names(deeds, Set.of(Deed.Kind.READ)),
        names(deeds, Set.of(Deed.Kind.RAN)),
        names(deeds, Set.of(Deed.Kind.EXPLORED, Deed.Kind.PLAYED)));
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

  /// How many of these scenarios were met.
  int countMet(List<Book.Scene> scenes) {
    return (int) scenes.stream().filter(this::met).count();
  }

  /// How many experiments of these ran.
  int count(List<Book.Place> places) {
    return (int) places.stream().filter(this::ran).count();
  }
}
