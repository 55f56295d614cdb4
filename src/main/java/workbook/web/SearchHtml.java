package workbook.web;

import java.util.List;
import java.util.stream.Collectors;
import workbook.usecase.Book;
import workbook.usecase.SearchBook;
import workbook.view.HtmlText;

/// Where the book teaches a word.
final class SearchHtml {
  private SearchHtml() {}

  /// The places, as links.
  ///
  /// @param words what was looked for; empty when nothing was
  static String page(Book book, String words, List<SearchBook.Hit> hits) {
    var title = words.isEmpty() ? "Search the book" : "Search: " + words;
    var found =
        words.isEmpty()
            ? "<p>Type a word above. Answers aren't shown before you've run the step.</p>"
            : hits.isEmpty()
                ? "<p>The book doesn't mention it. Try a shorter or another word.</p>"
                : hits.stream()
                    .map(hit -> item(book, hit))
                    .collect(Collectors.joining("", "<ul class=\"hits\">", "</ul>"));
    return SitePage.of(title, "<h1>%s</h1>%s".formatted(HtmlText.of(title), found));
  }

  private static String item(Book book, SearchBook.Hit hit) {
    return "<li><a href=\"%s\">%s</a> <span class=\"hint\">%s</span><br>%s</li>"
        .formatted(
            HtmlText.of(address(book, hit)),
            BookLinks.words(hit.title()),
            HtmlText.of(hit.place()),
            BookLinks.line(hit.line()));
  }

  /// The page of a place.
  private static String address(Book book, SearchBook.Hit hit) {
    if (hit.place().equals("glossary")) {
      return GlossaryHtml.address(hit.title());
    }
    for (var lesson : book.lessons()) {
      var steps = Book.steps(lesson);
      for (var n = 0; n < steps.size(); n++) {
        if (hit.place().equals(lesson.name() + "/" + steps.get(n).step().id())) {
          return BookHtml.address(lesson, n);
        }
      }
    }
    return (hit.place().contains("/") ? "/exercises/" : "/lessons/") + hit.place();
  }
}
