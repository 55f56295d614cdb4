package workbook.report;

/// A text from a student's code as a page or an XML file may hold it: characters that would be
/// refused there, or that turn the direction of what follows, are shown as a replacement character.
final class PrintableText {
  private static final char REPLACEMENT = '\ufffd';

  private PrintableText() {}

  static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> isPrintable(each) ? each : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      case Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR -> false;
      case Character.FORMAT -> character == 0xad || character == 0x200c || character == 0x200d;
      default -> true;
    };
  }
}
