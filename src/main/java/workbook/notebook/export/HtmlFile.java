package workbook.notebook.export;

import java.util.Base64;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// A notebook as one HTML page that needs nothing else: no script, no other file.
public final class HtmlFile {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

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
    var page = new StringBuilder(HEAD.formatted(escaped(run.title())));
    var parser = Parser.builder().extensions(TABLES).build();
    var renderer =
        HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();
    for (var cell : run.cells()) {
      switch (cell) {
        case PlayedCell.Text(var markdown) -> page.append(renderer.render(parser.parse(markdown)));
        case PlayedCell.Code code -> {
          page.append("<pre><code>%s</code></pre>\n".formatted(escaped(code.source())));
          code.outputs().forEach(output -> page.append(of(output)));
        }
      }
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String of(PlayedCell.Output output) {
    return switch (output) {
      case PlayedCell.Printed(var text) ->
          "<pre class=\"output\">%s</pre>\n".formatted(escaped(text.stripTrailing()));
      case PlayedCell.Failed(var says) ->
          "<pre class=\"failure\">|  %s</pre>\n".formatted(escaped(says));
      case PlayedCell.Charted chart ->
          "<p><img alt=\"%s\" src=\"data:image/png;base64,%s\"></p>\n"
              .formatted(escaped(chart.title()), Base64.getEncoder().encodeToString(chart.png()));
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
