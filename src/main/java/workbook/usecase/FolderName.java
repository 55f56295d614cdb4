package workbook.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import workbook.compile.SourceText;

/// A folder's name for somebody's identifier, on every system: two identifiers never have the same.
final class FolderName {
  private static final int LONGEST = 80;

  private FolderName() {}

  /// Letters, digits and a few marks stay; what had to be changed is told apart by a number.
  static String of(String id) {
    var plain = id.replaceAll("[^\\p{L}\\p{N}@_ -]", "_").strip();
    var same = plain.equals(id) && !plain.isEmpty() && id.equals(id.toLowerCase(Locale.ROOT));
    if (same && id.length() <= LONGEST) {
      return id;
    }
    var digest = SourceText.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return plain.substring(0, Math.min(LONGEST, plain.length())) + "-" + digest;
  }
}
