package workbook.course;

/// Something that was handed in and could not be read.
///
/// @param path where it was, with slashes
/// @param why the rest of a sentence that begins with the path, without its stop: `is damaged`
public record UnreadableFile(String path, String why) {
  /// One sentence.
  public String says() {
    return "%s %s.".formatted(QuotedName.of(path), why);
  }
}
