package workbook.web;

import java.util.regex.Pattern;
import workbook.view.MarkdownHtml;

/// A lesson's Markdown as HTML, with the links that the site can follow.
final class BookLinks {
  private static final Pattern LESSON =
      Pattern.compile("(?:\\.\\./)?_\\d\\d_(\\w+)/README\\.md(#.*)?");
  private static final Pattern GLOSSARY = Pattern.compile("(?:\\.\\./)?GLOSSARY\\.md(#.*)?");
  private static final Pattern MAP = Pattern.compile("\\.\\./README\\.md(#.*)?");

  private BookLinks() {}

  static String html(String markdown) {
    return MarkdownHtml.of(markdown, BookLinks::onSite, GlossaryHtml::says);
  }

  /// A sentence as HTML, without a paragraph around it.
  static String line(String markdown) {
    return inside(html(markdown));
  }

  private static String inside(String paragraph) {
    return paragraph.strip().replaceFirst("^<p>(?<inside>.*)</p>$", "${inside}");
  }

  /// A title as HTML, without links, for it may stand in one.
  static String words(String markdown) {
    return inside(MarkdownHtml.of(markdown, _ -> null));
  }

  /// Where a link of a lesson's page leads on the site; null where the site has nothing.
  static String onSite(String link) {
    if (link.startsWith("https://")) {
      return link;
    }
    var lesson = LESSON.matcher(link);
    if (lesson.matches()) {
      return "/lessons/" + lesson.group(1);
    }
    var glossary = GLOSSARY.matcher(link);
    if (glossary.matches()) {
      return "/glossary" + (glossary.group(1) == null ? "" : glossary.group(1));
    }
    return MAP.matcher(link).matches() ? "/" : null;
  }
}
