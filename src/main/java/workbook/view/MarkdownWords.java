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

  String in(Node parent, TextColor ink) {
    var text = new StringBuilder();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      text.append(word(node, ink));
    }
    return text.toString();
  }

  private String word(Node node, TextColor ink) {
    return switch (node) {
      case org.commonmark.node.Text text -> coloured(text.getLiteral(), ink);
      case Code code -> code(code.getLiteral(), ink);
      case Emphasis emphasis -> marked(in(emphasis, ink.and(TextColor.ITALIC)), "*");
      case StrongEmphasis strong -> marked(in(strong, ink.and(TextColor.BOLD)), "**");
      case Link link -> in(link, ink) + " " + numbered(link.getDestination());
      case Image image -> in(image, ink) + " " + numbered(image.getDestination());
      case SoftLineBreak end -> " ";
      case HardLineBreak end -> "\n";
      default -> "";
    };
  }

  private String code(String literal, TextColor ink) {
    return page.colour() ? coloured(literal, ink.and(TextColor.CODE)) : "`" + literal + "`";
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

  private String coloured(String text, TextColor ink) {
    var words = new StringBuilder();
    for (var word : text.splitWithDelimiters(" +", 0)) {
      words.append(word.isBlank() ? word : ink.on(page, word));
    }
    return words.toString();
  }
}
