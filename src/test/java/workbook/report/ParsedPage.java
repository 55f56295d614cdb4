package workbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A page as a strict XML parser reads it, and what holds of every page.
record ParsedPage(Document document) {
  private static final Set<String> ALLOWED =
      Set.of(
          "http-equiv",
          "charset",
          "content",
          "name",
          "lang",
          "class",
          "id",
          "href",
          "scope",
          "role",
          "aria-label",
          "aria-hidden",
          "tabindex",
          "colspan",
          "translate",
          "min",
          "max",
          "value");

  static ParsedPage of(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    return new ParsedPage(
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
  }

  List<Element> all(String element) {
    var nodes = document.getElementsByTagName(element);
    var found = new ArrayList<Element>();
    for (var at = 0; at < nodes.getLength(); at++) {
      found.add((Element) nodes.item(at));
    }
    return found;
  }

  List<String> texts(String element) {
    return all(element).stream().map(Element::getTextContent).toList();
  }

  /// Fails unless the page needs nobody else, and somebody who hears it finds their way.
  void check() throws Exception {
    assertEquals("en", document.getDocumentElement().getAttribute("lang"));
    assertEquals(1, all("main").size());
    needsNobodyElse();
    hasHeadings();
    hasTablesThatCanBeHeard();
    hasLinksThatLeadSomewhere();
  }

  private void needsNobodyElse() throws Exception {
    for (var element :
        List.of("script", "img", "iframe", "object", "link", "form", "svg", "base")) {
      assertEquals(List.of(), all(element), element);
    }
    for (var element : all("*")) {
      for (var at = 0; at < element.getAttributes().getLength(); at++) {
        var name = element.getAttributes().item(at).getNodeName();
        assertTrue(ALLOWED.contains(name), name + " of " + element.getTagName());
      }
    }
    var style = all("style").getFirst().getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes("UTF-8"));
    var hash = "style-src 'sha256-%s';".formatted(Base64.getEncoder().encodeToString(digest));
    var policy =
        all("meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(meta -> meta.getAttribute("content"))
            .findFirst()
            .orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; " + hash), policy);
  }

  private void hasHeadings() {
    assertEquals(1, all("h1").size());
    var level = 0;
    for (var element : all("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        var next = element.getTagName().charAt(1) - '0';
        assertTrue(next <= level + 1, element.getTextContent());
        level = next;
      }
    }
  }

  private void hasTablesThatCanBeHeard() {
    for (var table : all("table")) {
      assertEquals(1, table.getElementsByTagName("caption").getLength());
      var columns = -1;
      for (var row : all("tr")) {
        if (row.getParentNode().getParentNode() == table) {
          var wide = 0;
          for (var cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            if (cell instanceof Element element) {
              var span = element.getAttribute("colspan");
              wide += span.isEmpty() ? 1 : Integer.parseInt(span);
            }
          }
          columns = columns < 0 ? wide : columns;
          assertEquals(columns, wide, row.getTextContent());
        }
      }
    }
    for (var heading : all("th")) {
      assertTrue(Set.of("col", "row").contains(heading.getAttribute("scope")));
    }
  }

  private void hasLinksThatLeadSomewhere() {
    var ids = new HashSet<String>();
    for (var element : all("*")) {
      if (element.hasAttribute("id")) {
        assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
      }
    }
    for (var link : all("a")) {
      var to = link.getAttribute("href");
      assertTrue(
          to.matches("results/[\\w%.-]+/index\\.html") || ids.contains(to.replaceFirst("^#", "")),
          to);
    }
  }
}
