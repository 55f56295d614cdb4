package workbook.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import workbook.view.HtmlText;

/// What the server answers.
///
/// @param status of HTTP
/// @param type of the body, for example `text/html`
/// @param headers others
record Response(int status, String type, byte[] body, Map<String, String> headers) {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";

  static Response of(int status, String type, String text) {
    return new Response(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /// A page that was found, or a part of one.
  static Response html(String html) {
    return of(200, HTML, html);
  }

  /// Plain words in place of a page or a part of one.
  static Response says(int status, String sentence) {
    return of(status, PLAIN, sentence);
  }

  /// The same with one header more.
  Response with(String header, String value) {
    var all = new HashMap<>(headers);
    all.put(header, value);
    return new Response(status, type, body, all);
  }

  /// The same for somebody who has asked for a page: one sentence is a page then.
  Response asPage() {
    if (!type.equals(PLAIN)) {
      return this;
    }
    var sentence = new String(body, StandardCharsets.UTF_8);
    return of(status, HTML, SitePage.of(sentence, "<h1>" + HtmlText.of(sentence) + "</h1>"));
  }

  static Response redirect(String path, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Location", path);
    return new Response(303, HTML, new byte[0], all);
  }
}
