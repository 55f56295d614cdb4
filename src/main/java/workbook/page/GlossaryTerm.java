package workbook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A term of the field, in one line.
///
/// @param name as the book writes it, for example `happens-before`
/// @param says what it means, Markdown
/// @param more where it is taught, what Java calls it, and its Russian name, Markdown; may be empty
public record GlossaryTerm(String name, String says, String more) {
  private static final Pattern HEADING = Pattern.compile("(?m)^## (?<name>.+)$");

  /// Takes a glossary apart: a heading of the second level for each term, a paragraph that says
  /// what it means, and one with more.
  ///
  /// @return the terms in the order of the text
  public static List<GlossaryTerm> parse(String markdown) {
    var terms = new ArrayList<GlossaryTerm>();
    var heading = HEADING.matcher(markdown);
    var found = heading.find();
    while (found) {
      var name = heading.group("name").strip();
      var begins = heading.end();
      found = heading.find();
      var body = markdown.substring(begins, found ? heading.start() : markdown.length()).strip();
      var paragraphs = body.split("\\n\\s*\\n", 2);
      terms.add(
          new GlossaryTerm(
              name, paragraphs[0].strip(), paragraphs.length > 1 ? paragraphs[1].strip() : ""));
    }
    return List.copyOf(terms);
  }
}
