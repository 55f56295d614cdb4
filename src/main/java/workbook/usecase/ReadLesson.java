package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import workbook.Lesson;
import workbook.io.Invocation;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Gives a person the text of a lesson, which then counts as read.
public final class ReadLesson {
  private final ProgressLog log;

  public ReadLesson(ProgressLog log) {
    this.log = log;
  }

  /// The README of the lesson's room, as Markdown; a lesson without one says so.
  public String read(Lesson lesson) {
    log.add(ProgressEvent.Kind.READ, lesson.name());
    try (var file = ReadLesson.class.getResourceAsStream("/" + lesson.room() + "/README.md")) {
      return file == null
          ? "# " + lesson.name() + "\n\nThis lesson has no text yet."
          : Invocation.inText(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
