package workbook.view;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as HTML for a page. HTML that stands in it is shown as text, comments and pictures are
/// left out.
public final class MarkdownHtml {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(_ -> MarkdownHtml::scrollByKeyboard)
          .build();

  private MarkdownHtml() {}

  /// Renders a text.
  ///
  /// @param links where a link leads on the page, by where it leads in the text; null for nowhere,
  ///   then its words stay
  public static String of(String markdown, UnaryOperator<String> links) {
    return of(markdown, links, _ -> null);
  }

  /// Renders a text with a few words on what stands behind its links.
  ///
  /// @param links as above
  /// @param titles those words as plain text, by where a link leads on the page; null for none
  public static String of(
      String markdown, UnaryOperator<String> links, UnaryOperator<String> titles) {
    var document = PARSER.parse(markdown);
    document.accept(new Rewriter(links, titles));
    return RENDERER.render(document);
  }

  private static void scrollByKeyboard(Node node, String tag, Map<String, String> attributes) {
    if (tag.equals("pre")) {
      attributes.put("tabindex", "0");
    }
  }

  private static final class Rewriter extends AbstractVisitor {
    private final UnaryOperator<String> links;
    private final UnaryOperator<String> titles;

    private Rewriter(UnaryOperator<String> links, UnaryOperator<String> titles) {
      this.links = links;
      this.titles = titles;
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      var to = links.apply(link.getDestination());
      if (to == null) {
        unwrap(link);
      } else {
        link.setDestination(to);
        var title = titles.apply(to);
        if (title != null) {
          link.setTitle(title);
        }
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      dropComment(html, html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      dropComment(html, html.getLiteral());
    }

    private static void dropComment(Node node, String html) {
      if (html.startsWith("<!--")) {
        node.unlink();
      }
    }

    @Override
    public void visit(Image image) {
      unwrap(image);
    }

    /// Leaves what is inside in its place.
    private static void unwrap(Node node) {
      for (var child = node.getFirstChild(); child != null; ) {
        var next = child.getNext();
        node.insertBefore(child);
        child = next;
      }
      node.unlink();
    }
  }
}
