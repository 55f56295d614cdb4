package workbook.view;

import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The running text of a Markdown block as one line. Every word is coloured by itself, so that the
/// text can be wrapped afterwards.
final class MarkdownWords {
  /// What a link to a term leads to. A page has so many that no number stands beside them; the
  /// command `glossary` explains each.
  private static final String GLOSSARY = "GLOSSARY.md#";

  private final Page page;
  private final List<String> links;

  /// @param links takes the address of each link, its place plus one is its number in the text
  MarkdownWords(Page page, List<String> links) {
    this.page = page;
    this.links = links;
  }

  String in(Node parent) {
    return in(parent, TextColor.PLAIN);
  }

  String in(Node parent, TextColor color) {
    var text = new StringBuilder();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      text.append(word(node, color));
    }
    return text.toString();
  }

  private String word(Node node, TextColor color) {
    return switch (node) {
      case org.commonmark.node.Text text -> coloured(text.getLiteral(), color);
      case Code code -> code(code.getLiteral(), color);
      case Emphasis emphasis -> marked(in(emphasis, color.and(TextColor.ITALIC)), "*");
      case StrongEmphasis strong -> marked(in(strong, color.and(TextColor.BOLD)), "**");
      case Link link when link.getDestination().contains(GLOSSARY) -> in(link, color);
      case Link link -> in(link, color) + " " + numbered(link.getDestination());
      case Image image -> in(image, color) + " " + numbered(image.getDestination());
      case SoftLineBreak end -> " ";
      case HardLineBreak end -> "\n";
      default -> "";
    };
  }

  private String code(String literal, TextColor color) {
    var whole = literal.contains("workbook") ? literal.replace(' ', TerminalText.JOIN) : literal;
    return page.colour() ? coloured(whole, color.and(TextColor.CODE)) : "`" + whole + "`";
  }

  /// Emphasis that cannot be coloured keeps its stars.
  private String marked(String text, String stars) {
    return page.colour() ? text : stars + text + stars;
  }

  private String numbered(String address) {
    if (!links.contains(address)) {
      links.add(address);
    }
    return "(" + (links.indexOf(address) + 1) + ")";
  }

  private String coloured(String text, TextColor color) {
    var words = new StringBuilder();
    for (var word : text.splitWithDelimiters(" +", 0)) {
      words.append(word.isBlank() ? word : color.on(page, word));
    }
    return words.toString();
  }
}
