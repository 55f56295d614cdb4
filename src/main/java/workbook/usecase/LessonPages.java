package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workbook.Lesson;
import workbook.io.Invocation;
import workbook.page.LessonPage;
import workbook.page.MalformedPageException;
import workbook.page.PageParser;

/// The lessons' pages: the `README.md` of each room, read once.
public final class LessonPages {
  private static final Map<String, LessonPage> PAGES = new ConcurrentHashMap<>();

  private LessonPages() {}

  /// The page of a lesson.
  ///
  /// @throws IllegalStateException when it is malformed, which a test of the book rules out
  public static LessonPage of(Lesson lesson) {
    return PAGES.computeIfAbsent(lesson.room(), room -> parse(room, markdown(lesson)));
  }

  private static LessonPage parse(String room, String markdown) {
    try {
      return PageParser.parse(markdown);
    } catch (MalformedPageException malformed) {
      throw new IllegalStateException(
          "lessons/%s/README.md, %s".formatted(room, malformed.getMessage()), malformed);
    }
  }

  /// The whole page as it is written; one that is missing says so.
  static String markdown(Lesson lesson) {
    try (var file = LessonPages.class.getResourceAsStream("/" + lesson.room() + "/README.md")) {
      return file == null
          ? "# " + lesson.name() + "\n\nThis lesson has no text yet."
          : Invocation.inText(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
