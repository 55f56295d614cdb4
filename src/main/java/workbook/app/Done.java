package workbook.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.Lesson;

/// Which texts were read and which experiments ran to their end.
record Done(Set<String> read, Set<String> ran) {
  static Done of(List<Deed> deeds) {
    return new Done(names(deeds, Deed.Kind.READ), names(deeds, Deed.Kind.RAN));
  }

  private static Set<String> names(List<Deed> deeds, Deed.Kind kind) {
    return deeds.stream()
        .filter(deed -> deed.kind() == kind)
        .map(Deed::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean read(Lesson lesson) {
    return read.contains(lesson.name());
  }

  boolean ran(Book.Place place) {
    return ran.contains(place.name());
  }

  /// How many experiments of these ran.
  int count(List<Book.Place> places) {
    return (int) places.stream().filter(this::ran).count();
  }
}
