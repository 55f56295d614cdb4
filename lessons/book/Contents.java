package book;

import java.util.List;
import workbook.Lesson;

/// The book's lessons in the order of its rooms. Adding a lesson means adding a room and a line
/// here.
public final class Contents {
  public static final List<Lesson> LESSONS = List.of();

  private Contents() {}
}
