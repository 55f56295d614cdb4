package workbook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import workbook.Exercise;
import workbook.view.HtmlText;
import workbook.view.MarkdownHtml;

/// The interface of an exercise: what its documentation says as prose, and each declaration below
/// what is said of it.
final class ContractHtml {
  private static final String ID = "contract";
  private static final String COMMENT = "///";
  private static final Pattern HEAD = Pattern.compile("(?m)^(?:package|import) .*;\\R*");

  private static final Pattern PARAM = Pattern.compile("(?m)^@param (\\S+) ");
  private static final Pattern RETURN = Pattern.compile("(?m)^@return ");
  private static final Pattern THROWS = Pattern.compile("(?m)^@throws (\\S+) ");

  /// A reference to another declaration: `[#drain]`, `[IllegalArgumentException]`.
  private static final Pattern REFERENCE = Pattern.compile("\\[#?([A-Za-z][\\w#.]*)](?![(\\[])");

  /// What ends the interface, in the first column.
  private static final Pattern END = Pattern.compile("(?m)^}$");

  private ContractHtml() {}

  /// The task, in which the contract's name leads to it.
  static String task(Exercise exercise, String markdown) {
    var file = "/" + file(exercise);
    return MarkdownHtml.of(
        markdown,
        link -> link.endsWith(file) ? "#" + ID : BookLinks.onSite(link),
        GlossaryHtml::says);
  }

  private static String file(Exercise exercise) {
    return exercise.contract().getSimpleName() + ".java";
  }

  /// The contract, folded.
  ///
  /// @param source of its file
  static String of(Exercise exercise, String source) {
    var html = new StringBuilder();
    for (var part : parts(HEAD.matcher(source).replaceAll("").strip())) {
      html.append(part.startsWith(COMMENT) ? prose(part) : code(part));
    }
    return """
    <details class="contract"><summary>What <code>%s</code> promises</summary>
    <div id="%s">%s</div></details>
    """
        .formatted(HtmlText.of(file(exercise)), ID, html);
  }

  /// Comments and code in turn.
  private static List<String> parts(String source) {
    var parts = new ArrayList<String>();
    var wasComment = false;
    for (var line : source.lines().toList()) {
      var isComment = line.strip().startsWith(COMMENT);
      var text = isComment ? line.strip() : line;
      if (parts.isEmpty() || isComment != wasComment) {
        parts.add(text);
      } else {
        parts.add(parts.removeLast() + "\n" + text);
      }
      wasComment = isComment;
    }
    return parts;
  }

  private static String prose(String comment) {
    var markdown = comment.replaceAll("(?m)^/// ?", "");
    markdown = PARAM.matcher(markdown).replaceAll("- `$1`: ");
    markdown = RETURN.matcher(markdown).replaceAll("- returns ");
    markdown = THROWS.matcher(markdown).replaceAll("- throws `$1` ");
    return BookLinks.html(
        REFERENCE
            .matcher(markdown)
            .replaceAll(found -> "`" + found.group(1).replace('#', '.') + "`"));
  }

  /// A declaration. What only ends the one around it is left out.
  private static String code(String lines) {
    var declared = END.matcher(lines).replaceAll("").replaceFirst("^\\R+", "");
    return declared.isBlank()
        ? ""
        : "<pre tabindex=\"0\"><code>%s</code></pre>"
            .formatted(HtmlText.of(declared.stripTrailing().stripIndent()));
  }
}
