package workbook.usecase;

import workbook.Lesson;
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
    return LessonPages.markdown(lesson);
  }
}
