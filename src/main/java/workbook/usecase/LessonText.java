package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import workbook.Lesson;

/// The README of a lesson's room, as Markdown.
public final class LessonText {
  private LessonText() {}

  /// Reads it from the class path; a lesson without one says so.
  public static String of(Lesson lesson) {
    try (var file = LessonText.class.getResourceAsStream("/" + lesson.room() + "/README.md")) {
      return file == null
          ? "# " + lesson.name() + "\n\nThis lesson has no text yet."
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
