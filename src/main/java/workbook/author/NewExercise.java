package workbook.author;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import workbook.Exercise;
import workbook.Lesson;
import workbook.author.BookChange.UnusualFormException;

/// An exercise of a lesson: an example that compiles, and says everywhere what to write in its
/// place. And one more wrong or right answer to it.
public final class NewExercise {
  private static final String LIST = "lessons/EXERCISES.md";

  private NewExercise() {}

  /// Plans an exercise.
  ///
  /// @param change takes the files
  /// @param name of the class to write, for example `TicketBooth`
  /// @param contract the interface it implements, for example `BoxOffice`
  /// @param asks what it is about, one line
  /// @throws IOException when a file of the book cannot be read
  /// @throws UnusualFormException when one is not as expected; the sentence says which
  public static void plan(
      BookChange change, Lesson lesson, String name, String contract, String asks)
      throws IOException, UnusualFormException {
    var room = lesson.room();
    var files =
        Template.files(
            "exercise",
            Map.of(
                "room",
                room,
                "Name",
                name,
                "id",
                Exercise.id(name),
                "Contract",
                contract,
                "asks",
                asks));
    change.add(files);
    var stub = files.get("lessons/%s/stub/%s.java".formatted(room, name));
    change.add(
        Map.of(
            "lessons/%s/exercise/%s.java".formatted(room, name),
            stub.replace(room + ".stub;", room + ".exercise;")));
    change.edit(
        registry(lesson),
        text ->
            Edits.withImport(
                registry(lesson),
                registered(lesson, text, name, contract, asks),
                room + "." + contract));
    var row =
        "| [%s %s](%s/README.md#exercise) | [%s](%s/%s.md) | %d | %s |"
            .formatted(
                lesson.number(), lesson.name(), room, name, room, name, Exercise.POINTS, asks);
    change.edit(LIST, text -> Edits.afterLast(LIST, text, lastRow(text, lesson), row));
    var page = "lessons/" + room + "/README.md";
    change.edit(
        page,
        text ->
            Edits.insert(
                page,
                text,
                "## Exercise\n",
                "## Exercise\n\n**%s.** <!-- TODO(author 12): what the class must do, in two or three sentences. --> [The task](%s.md).\n"
                    .formatted(name, name)));
  }

  private static String registry(Lesson lesson) {
    var name = lesson.name();
    return "lessons/book/%s%sLesson.java"
        .formatted(name.substring(0, 1).toUpperCase(Locale.ROOT), name.substring(1));
  }

  private static String registered(
      Lesson lesson, String text, String name, String contract, String asks)
      throws UnusualFormException {
    var line = "            new Exercise(\"%s\", \"%s\", %s.class)".formatted(name, asks, contract);
    if (lesson.exercises().isEmpty()) {
      var first = Edits.insert(registry(lesson), text, "List.of());", "List.of(\n" + line + "));");
      return Edits.withImport(registry(lesson), first, "workbook.Exercise");
    }
    return Edits.insert(registry(lesson), text, ".class)));", ".class),\n" + line + "));");
  }

  /// How the row begins behind which the new one belongs: that of the last exercise of the lesson,
  /// or of one before it.
  private static String lastRow(String list, Lesson lesson) {
    return list.lines()
        .filter(line -> line.matches("\\| \\[\\d\\d .*"))
        .filter(line -> line.substring(3, 5).compareTo(lesson.number()) <= 0)
        .reduce((_, last) -> last)
        .orElse("| ---");
  }

  /// Plans a wrong answer, which begins as the stub, or a right one, which begins as the solution.
  ///
  /// @param kind `trap` or `alternative`
  /// @param type the class, for example `VolatileTotal`
  /// @param beginning the text it begins as
  public static void planAnswer(
      BookChange change, Exercise exercise, String kind, String type, String beginning) {
    var parts = Edits.importsAndType(beginning);
    var words = new HashMap<String, String>();
    words.put("room", exercise.room());
    words.put("folder", exercise.name().toLowerCase(Locale.ROOT));
    words.put("Class", type);
    words.put("imports", parts.getFirst());
    words.put("body", parts.getLast().replaceAll("\\b" + exercise.name() + "\\b", type));
    change.add(Template.files(kind, words));
  }
}
