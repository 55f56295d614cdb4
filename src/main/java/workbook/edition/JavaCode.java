package workbook.edition;

/// Java without what says nothing of a solution: comments, the package and the imports.
final class JavaCode {
  private JavaCode() {}

  /// The code of a source. What is no Java comes out about as it was.
  static String of(String source) {
    return uncommented(source).replaceAll("(?m)^\\s*(?:import|package)\\b[^;\\n]*;", "");
  }

  /// A source without its comments.
  static String uncommented(String source) {
    var code = new StringBuilder(source.length());
    var at = 0;
    while (at < source.length()) {
      var end = at + 1;
      if (source.startsWith("//", at)) {
        at = orEnd(source, source.indexOf('\n', at));
        continue;
      }
      if (source.startsWith("/*", at)) {
        var close = source.indexOf("*/", at + 2);
        at = close < 0 ? source.length() : close + 2;
        code.append(' ');
        continue;
      }
      if (source.startsWith("\"\"\"", at)) {
        var close = source.indexOf("\"\"\"", at + 3);
        end = close < 0 ? source.length() : close + 3;
      } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
        end = afterLiteral(source, at);
      }
      code.append(source, at, end);
      at = end;
    }
    return code.toString();
  }

  /// The place after a literal; a quote that nothing closes in its line stands for itself.
  private static int afterLiteral(String source, int start) {
    var quote = source.charAt(start);
    for (var at = start + 1; at < source.length() && source.charAt(at) != '\n'; at++) {
      if (source.charAt(at) == '\\') {
        at++;
      } else if (source.charAt(at) == quote) {
        return at + 1;
      }
    }
    return start + 1;
  }

  private static int orEnd(String source, int place) {
    return place < 0 ? source.length() : place;
  }
}
