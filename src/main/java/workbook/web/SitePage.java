package workbook.web;

import workbook.view.HtmlText;

/// A page of the site.
final class SitePage {
  private SitePage() {}

  /// A whole page.
  ///
  /// @param title plain text
  /// @param body HTML, the main part
  static String of(String title, String body) {
    return of(title, "", body);
  }

  /// A whole page with styles and scripts of its own.
  ///
  /// @param title plain text
  /// @param head HTML, what stands before the site's script
  /// @param body HTML, the main part
  static String of(String title, String head, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/book.css">
    <link rel="stylesheet" href="/schedule.css">
    %s
    <script type="module" src="/app.js"></script>
    <script type="module" src="/terms.js"></script>
    </head>
    <body>
    <a class="skip" href="#main">To the text</a>
    <header><nav aria-label="Book"><a href="/">All lessons</a> <a href="/glossary">Glossary</a> \
    <a href="/review">Review</a></nav>
    <form role="search" action="/search"><input type="search" name="q" aria-label="A word" required> \
    <button>Search</button></form></header>
    <main id="main">
    %s
    </main>
    <p id="gone" role="alert" hidden></p>
    </body>
    </html>
    """
        .formatted(HtmlText.of(title), head, body);
  }
}
