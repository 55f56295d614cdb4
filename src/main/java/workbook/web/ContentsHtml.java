package workbook.web;

import java.util.stream.Collectors;
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
    var rows = done.lessons().stream().map(ContentsHtml::row).collect(Collectors.joining());
    return SitePage.of(
        TITLE,
        """
        <h1>%s</h1>
        <p>%s</p>
        <p>%s%s</p>
        <div class="wide" tabindex="0" role="region" aria-label="Lessons"><table><thead><tr>\
        <th scope="col">No.</th><th scope="col">Lesson</th><th scope="col">What it asks</th>\
        <th scope="col">Steps done</th><th scope="col">Predictions right</th>\
        <th scope="col">Points of its exercises</th></tr></thead>
        <tbody>%s</tbody></table></div>
        """
            .formatted(TITLE, total(done), next(book, done.progress()), review(due), rows));
  }

  private static String row(ReadProgress.LessonProgress one) {
    return "<tr><td>%s</td><th scope=\"row\"><a href=\"/lessons/%s\">%s</a></th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            one.lesson().number(),
            one.lesson().name(),
            HtmlText.of(one.lesson().name()),
            HtmlText.of(one.lesson().question()),
            share(one.steps()),
            one.predictions().of() == 0 ? "" : share(one.predictions()),
            one.points().of() == 0 ? "" : share(one.points()));
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
