package workbook.notebook.export;

import java.util.Base64;
import java.util.function.UnaryOperator;
import workbook.view.HtmlText;
import workbook.view.MarkdownHtml;

/// A notebook as one HTML page that needs nothing else: no script, no other file.
public final class HtmlFile {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5; }
      body { font-family: system-ui, sans-serif; }
      pre { overflow-x: auto; padding: .75rem; border: 1px solid #8888; font-size: .875rem; }
      pre.output { border-left: .25rem solid #0072b2; }
      pre.failure { border-left: .25rem solid #d55e00; }
      img { max-width: 100%%; background: #fff; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #8888; padding: .25rem .5rem; }
      </style>
      </head>
      <body>
      <main>
      """;

  private HtmlFile() {}

  /// The text of the `.html` file.
  public static String of(NotebookRun run) {
    var page = new StringBuilder(HEAD.formatted(HtmlText.of(run.title())));
    for (var cell : run.cells()) {
      switch (cell) {
        case PlayedCell.Text(var markdown) ->
            page.append(MarkdownHtml.of(markdown, UnaryOperator.identity()));
        case PlayedCell.Code code -> {
          page.append("<pre><code>%s</code></pre>\n".formatted(HtmlText.of(code.source())));
          code.outputs().forEach(output -> page.append(of(output)));
        }
      }
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String of(PlayedCell.Output output) {
    return switch (output) {
      case PlayedCell.Printed(var text) ->
          "<pre class=\"output\">%s</pre>\n".formatted(HtmlText.of(text.stripTrailing()));
      case PlayedCell.Failed(var says) ->
          "<pre class=\"failure\">|  %s</pre>\n".formatted(HtmlText.of(says));
      case PlayedCell.Charted chart ->
          "<p><img alt=\"%s\" src=\"data:image/png;base64,%s\"></p>\n"
              .formatted(
                  HtmlText.of(chart.title()), Base64.getEncoder().encodeToString(chart.png()));
    };
  }
}
