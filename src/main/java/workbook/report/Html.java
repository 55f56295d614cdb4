package workbook.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import workbook.view.HtmlText;

/// A page in the making. Every text and every attribute is escaped: whatever a student is called or
/// prints, it stays text.
final class Html {
  private static final Set<String> INLINE =
      Set.of("a", "b", "bdi", "code", "meter", "small", "span", "strong");

  /// Elements that hold nothing. They are ended as XML would have it, which HTML allows, so that
  /// any XML parser can read a page.
  private static final Set<String> VOID = Set.of("br", "meta");

  private static final String STYLE = style();

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private Html() {}

  /// A whole page that asks nobody else for anything: its policy allows no script, no request and
  /// no style but its own.
  static String page(String title, Consumer<Html> body) {
    var html = new Html();
    html.out.append("<!DOCTYPE html>\n");
    html.open("html", "lang", "en").open("head");
    html.mark("meta", "charset", "utf-8");
    html.mark(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(sha256(STYLE)));
    html.mark("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.mark("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("title", title);
    html.out.append("<style>").append(STYLE).append("</style>\n");
    html.close().open("body").open("main");
    body.accept(html);
    html.close().close().close();
    if (!html.open.isEmpty()) {
      throw new IllegalStateException("not closed: " + html.open);
    }
    return html.out.toString();
  }

  /// Begins an element.
  ///
  /// @param attributes names and values in turn
  Html open(String element, String... attributes) {
    mark(element, attributes);
    open.push(element);
    return this;
  }

  /// Ends the element that began last.
  Html close() {
    var element = open.pop();
    out.append("</").append(element).append('>');
    if (!INLINE.contains(element)) {
      out.append('\n');
    }
    return this;
  }

  Html text(String words) {
    out.append(escaped(words));
    return this;
  }

  /// An element that holds nothing but text.
  Html leaf(String element, String words, String... attributes) {
    return open(element, attributes).text(words).close();
  }

  Html lineBreak() {
    mark("br");
    return this;
  }

  /// Begins a table, which can be scrolled on a narrow screen, by keyboard, too. Its rows follow.
  ///
  /// @param columns the headings, those of numbers with a `#` before them
  Html openTable(String caption, String... columns) {
    open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    open("table").leaf("caption", caption).open("thead").open("tr");
    for (var column : columns) {
      if (column.startsWith("#")) {
        leaf("th", column.substring(1), "scope", "col", "class", "count");
      } else {
        leaf("th", column, "scope", "col");
      }
    }
    return close().close().open("tbody");
  }

  Html closeTable() {
    return close().close().close();
  }

  private void mark(String element, String... attributes) {
    out.append('<').append(element);
    for (var at = 0; at < attributes.length; at += 2) {
      out.append(' ').append(attributes[at]);
      out.append("=\"").append(escaped(attributes[at + 1])).append('"');
    }
    out.append(VOID.contains(element) ? "/>" : ">");
  }

  private static String escaped(String text) {
    return HtmlText.of(PrintableText.of(text));
  }

  private static String style() {
    try (var in = Html.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
