package workbook.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import workbook.page.GlossaryTerm;
import workbook.usecase.Glossary;
import workbook.view.HtmlText;

/// The terms of the field, and what a link to one says before anybody follows it.
final class GlossaryHtml {
  /// The address of its page.
  static final String ADDRESS = "/glossary";

  private static final Map<String, String> SAYS = saysByAddress();

  private GlossaryHtml() {}

  /// The page of all terms.
  static String page(List<GlossaryTerm> terms) {
    return SitePage.of("Glossary", main(terms));
  }

  /// Likewise, without what every page has.
  static String main(List<GlossaryTerm> terms) {
    var list =
        terms.stream()
            .map(
                term ->
                    "<dt id=\"%s\">%s</dt><dd>%s%s</dd>"
                        .formatted(
                            HtmlText.of(anchor(term.name())),
                            HtmlText.of(term.name()),
                            BookLinks.html(term.says()),
                            BookLinks.html(term.more())))
            .collect(Collectors.joining());
    return "<h1>Glossary</h1><dl>" + list + "</dl>";
  }

  /// Where a term stands.
  static String address(String term) {
    return ADDRESS + "#" + anchor(term);
  }

  /// As Markdown's headings are addressed.
  private static String anchor(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /// What the term at an address means, as plain text; null when no term is there.
  static String says(String address) {
    return SAYS.get(address);
  }

  private static Map<String, String> saysByAddress() {
    return Glossary.read().terms().stream()
        .collect(Collectors.toMap(term -> address(term.name()), term -> plain(term.says())));
  }

  private static String plain(String markdown) {
    return markdown
        .replaceAll("\\[([^\\]]+)\\]\\([^)]*\\)", "$1")
        .replaceAll("[`*]", "")
        .replaceAll("\\s+", " ");
  }
}
