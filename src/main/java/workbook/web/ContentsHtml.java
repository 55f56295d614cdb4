package workbook.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Lesson;
import workbook.progress.Progress;
import workbook.usecase.Book;
import workbook.usecase.ReadProgress;
import workbook.view.HtmlText;

/// The first page: all lessons, how far one has come, and what is next.
final class ContentsHtml {
  private static final String TITLE = "Concurrency, by experiment";

  private ContentsHtml() {}

  /// @param due how many questions there are to review today
  static String page(Book book, ReadProgress.Overview done, int due) {
    var lessons = lessons(done.lessons().stream().map(one -> lesson(one.lesson(), figures(one))));
    return SitePage.of(
        TITLE,
        """
        <h1>%s</h1>
        <p>%s</p>
        <p>%s%s</p>
        %s
        """
            .formatted(TITLE, total(done), next(book, done.progress()), review(due), lessons));
  }

  /// @param lessons what [#lesson] gives for each
  static String lessons(Stream<String> lessons) {
    return "<ul class=\"lessons\" role=\"list\">%s</ul>"
        .formatted(lessons.collect(Collectors.joining("\n")));
  }

  /// One of the list: its number, name and question.
  ///
  /// @param figures HTML of how far one has come; empty where nobody can tell
  static String lesson(Lesson lesson, String figures) {
    return """
    <li><span>%s</span> <a href="/lessons/%s">%s</a> <span>%s</span> <span class="where">%s</span></li>\
    """
        .formatted(
            lesson.number(),
            lesson.name(),
            HtmlText.of(lesson.name()),
            HtmlText.of(lesson.question()),
            figures);
  }

  private static String figures(ReadProgress.LessonProgress one) {
    return Stream.of(
            figure(one.steps(), "steps done"),
            figure(one.predictions(), "predictions right"),
            figure(one.points(), "points"))
        .filter(figure -> !figure.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String figure(ReadProgress.Share share, String of) {
    return share.of() == 0 ? "" : "%s %s".formatted(share(share), of);
  }

  private static String share(ReadProgress.Share share) {
    return "%d of %d".formatted(share.done(), share.of());
  }

  private static String total(ReadProgress.Overview done) {
    var predictions =
        done.predictions().of() == 0
            ? ""
            : ", %s predictions were right".formatted(share(done.predictions()));
    return "You've done %s steps%s, and you have %s points."
        .formatted(share(done.steps()), predictions, share(done.points()));
  }

  /// The first step that isn't done.
  private static String next(Book book, Progress progress) {
    for (var lesson : book.lessons()) {
      var steps = Book.steps(lesson);
      for (var n = 0; n < steps.size(); n++) {
        if (!ReadProgress.done(steps.get(n), progress)) {
          return "Next: <a href=\"%s\">%s, step %d: %s</a>."
              .formatted(
                  BookHtml.address(lesson, n),
                  lesson.name(),
                  n + 1,
                  BookLinks.words(steps.get(n).step().title()));
        }
      }
    }
    return "Every step is done.";
  }

  private static String review(int due) {
    return due == 0
        ? ""
        : " <a href=\"/review\">%d %s</a> to review today."
            .formatted(due, due == 1 ? "question" : "questions");
  }
}
