package workbook.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workbook.Experiment;
import workbook.Lesson;

/// The lessons in the order of the book, and how a person names them.
record Book(List<Lesson> lessons) {
  private static final String LOOK = "workbook list shows them all.";

  Book {
    lessons = List.copyOf(lessons);
  }

  /// An experiment and the lesson it belongs to.
  record Place(Lesson lesson, Experiment experiment) {
    /// The full name, for example `races/lost-updates`.
    String name() {
      return lesson.name() + "/" + experiment.id();
    }
  }

  /// Every experiment in the order of the book.
  List<Place> places() {
    return lessons.stream().flatMap(lesson -> places(lesson).stream()).toList();
  }

  static List<Place> places(Lesson lesson) {
    return lesson.experiments().stream().map(each -> new Place(lesson, each)).toList();
  }

  /// The lesson called so: `races`, `03`, `3` or `_03_races`.
  ///
  /// @throws Refusal when there is none; the sentence offers the nearest names
  Lesson lesson(String typed) throws Refusal {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    for (var lesson : lessons) {
      if (isCalled(lesson, word)) {
        return lesson;
      }
    }
    var names = lessons.stream().map(Lesson::name).toList();
    throw Refusal.usage(
        "There is no lesson '%s'. %s".formatted(typed, Nearest.offer(word, names, LOOK)));
  }

  /// The experiment called so: `races/lost-updates`, `03/lost-updates`, or just `lost-updates` when
  /// only one lesson has it.
  ///
  /// @throws Refusal when there is none or more than one; the sentence offers names
  Place experiment(String typed) throws Refusal {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    var slash = word.indexOf('/');
    var candidates = slash < 0 ? places() : places(lesson(word.substring(0, slash)));
    var id = word.substring(slash + 1);
    var found = candidates.stream().filter(place -> place.experiment().id().equals(id)).toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw unknown(typed, id, candidates);
      default ->
          throw Refusal.usage("'%s' is in several lessons: say %s.".formatted(id, or(found)));
    };
  }

  private Refusal unknown(String typed, String id, List<Place> candidates) {
    for (var lesson : lessons) {
      if (isCalled(lesson, id.isEmpty() ? typed.replace("/", "") : id)) {
        return Refusal.usage(
            "'%s' is a lesson. Say which experiment of it: %s."
                .formatted(typed, or(places(lesson))));
      }
    }
    var near = Nearest.to(id, candidates.stream().map(place -> place.experiment().id()).toList());
    var meant = new ArrayList<Place>(candidates);
    meant.removeIf(place -> !near.contains(place.experiment().id()));
    return Refusal.usage(
        "There is no experiment '%s'. %s"
            .formatted(typed, meant.isEmpty() ? LOOK : "Did you mean " + or(meant) + "?"));
  }

  private static boolean isCalled(Lesson lesson, String word) {
    return word.equals(lesson.name())
        || word.equals(lesson.room())
        || (word.matches("0*\\d{1,2}")
            && Integer.parseInt(word) == Integer.parseInt(lesson.number()));
  }

  private static String or(List<Place> places) {
    return places.isEmpty()
        ? "it has none yet"
        : String.join(" or ", places.stream().map(Place::name).toList());
  }
}
