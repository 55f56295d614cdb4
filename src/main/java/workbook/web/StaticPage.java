package workbook.web;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.io.Invocation;
import workbook.view.HtmlText;

/// A page of the site of plain files: it needs no server, and its links are relative.
final class StaticPage {
  private static final Pattern ADDRESS =
      Pattern.compile("(?<name>href|src|srcset)=\"/(?<path>[^\"#?]*)(?<rest>[^\"]*)\"");

  /// How Markdown's tables say where a column's text stands.
  private static final Pattern OBSOLETE = Pattern.compile("(<t[dh]) align=\"(\\w+)\"");

  private StaticPage() {}

  /// A whole page.
  ///
  /// @param address as the server has it, for example `/lessons/races/2`
  /// @param title plain text
  /// @param main HTML, whose links are as the server has them
  static String of(String address, String title, String main) {
    var page =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
        style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/style.css">
        <link rel="stylesheet" href="/book.css">
        <link rel="stylesheet" href="/schedule.css">
        <script type="module" src="/site.js"></script>
        <script type="module" src="/terms.js"></script>
        </head>
        <body>
        <a class="skip" href="#main">To the text</a>
        <header><nav aria-label="Book"><a href="/">All lessons</a> <a href="/glossary">Glossary</a></nav></header>
        <main id="main">
        %s
        </main>
        </body>
        </html>
        """
            .formatted(HtmlText.of(title), main);
    return relative(OBSOLETE.matcher(commands(page)).replaceAll("$1 class=\"$2\""), file(address));
  }

  /// Commands as they are typed at the top of the book, wherever it stands on this machine.
  private static String commands(String page) {
    var program = Invocation.program();
    return program.contains("/") ? page.replace(HtmlText.of(program), "target/workbook") : page;
  }

  /// The file of an address: a page, a picture, or what has a name already.
  static String file(String address) {
    var path = address.substring(1);
    if (path.isEmpty()) {
      return "index.html";
    }
    return path.substring(path.lastIndexOf('/') + 1).contains(".") ? path : path + ".html";
  }

  private static String relative(String page, String file) {
    var folder = Path.of(file).getParent();
    var from = folder == null ? Path.of("") : folder;
    return ADDRESS
        .matcher(page)
        .replaceAll(
            found -> {
              var to = from.relativize(Path.of(file("/" + found.group("path"))));
              var link = to.toString().replace('\\', '/') + found.group("rest");
              return Matcher.quoteReplacement("%s=\"%s\"".formatted(found.group("name"), link));
            });
  }
}
