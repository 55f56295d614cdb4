package workbook.view;

/// What the place can show where a text will be read.
///
/// @param width columns a line may have
/// @param colour whether ANSI colours may be used
/// @param unicode whether letters and signs beyond ASCII may be used
public record Page(int width, boolean colour, boolean unicode) {
  /// A page that can be read anywhere: 80 columns of plain ASCII.
  public static final Page PLAIN = new Page(80, false, false);
}
