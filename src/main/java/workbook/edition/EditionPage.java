package workbook.edition;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the book, without links to files that students don't get: their words stay.
///
/// @param name of the page below the book, with slashes
/// @param files what students get
record EditionPage(String name, Set<String> files) {
  private static final Pattern LINK =
      Pattern.compile("(?<!!)\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]\\(([^()\\s]+)\\)");

  private static final Pattern QUOTATION = Pattern.compile("<!-- from (\\S+) -->\\n```java\\n");

  String of(String markdown) {
    var linked = LINK.matcher(markdown).replaceAll(link -> quoted(link, 2, link.group(1)));
    return QUOTATION.matcher(linked).replaceAll(from -> quoted(from, 1, "```text\n"));
  }

  /// What was found, or this in its place when it leads to what isn't there.
  private String quoted(MatchResult found, int group, String otherwise) {
    return Matcher.quoteReplacement(leads(found.group(group)) ? found.group() : otherwise);
  }

  private boolean leads(String link) {
    var file = link.replaceFirst("#.*", "");
    if (file.isEmpty() || link.matches("[a-z]+:.*")) {
      return true;
    }
    var target = Path.of(name).resolveSibling(file).normalize().toString().replace('\\', '/');
    return files.contains(target)
        || files.stream().anyMatch(each -> target.isEmpty() || each.startsWith(target + "/"));
  }
}
