package workbook.author;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.author.BookChange.UnusualFormException;

/// A lesson behind the last one: an example that runs, can be explored, and says everywhere what to
/// write in its place.
public final class NewLesson {
  private static final String CONTENTS = "lessons/book/Contents.java";
  private static final String MAP = "lessons/README.md";
  private static final String LAST = "All lessons are on the [map](../README.md).";

  private NewLesson() {}

  /// Plans it.
  ///
  /// @param change takes the files
  /// @param rooms of the lessons there are, in their order
  /// @param name one word in lower case
  /// @param question that the lesson answers, with its question mark
  /// @throws IOException when a file of the book cannot be read
  /// @throws UnusualFormException when one is not as expected; the sentence says which
  public static void plan(BookChange change, List<String> rooms, String name, String question)
      throws IOException, UnusualFormException {
    var room = room(rooms, name);
    var number = room.substring(1, 3);
    var capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    change.add(
        Template.files(
            "lesson",
            Map.of(
                "room",
                room,
                "number",
                number,
                "lesson",
                name,
                "Lesson",
                capital,
                "question",
                question)));
    var line = "\n          " + capital + "Lesson.lesson());";
    change.edit(
        CONTENTS,
        text ->
            rooms.isEmpty()
                ? Edits.insert(CONTENTS, text, "List.of();", "List.of(" + line)
                : Edits.insert(CONTENTS, text, "Lesson.lesson());", "Lesson.lesson()," + line));
    var row = "| [%s %s](%s/README.md) | %s | nothing |".formatted(number, name, room, question);
    change.edit(MAP, text -> Edits.afterLast(MAP, text, rooms.isEmpty() ? "| ---" : "| [", row));
    if (rooms.isEmpty()) {
      return;
    }
    var before = "lessons/" + rooms.getLast() + "/README.md";
    change.edit(
        before,
        text ->
            Edits.insert(
                before,
                text,
                LAST,
                "Next is [lesson %s](../%s/README.md). %s".formatted(number, room, LAST)));
  }

  /// The room that the next lesson gets.
  ///
  /// @param rooms of the lessons there are, in their order
  public static String room(List<String> rooms, String name) {
    var last = rooms.isEmpty() ? 0 : Integer.parseInt(rooms.getLast().substring(1, 3));
    return "_%02d_%s".formatted(last + 1, name);
  }
}
