package workbook.tui;

/// What a person pressed.
///
/// @param text the letter of a [Kind#LETTER]; empty otherwise
record Key(Kind kind, String text) {
  /// The keys that mean something here.
  enum Kind {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    ENTER,
    ERASE,
    /// Esc.
    ESCAPE,
    /// Ctrl-C or Ctrl-D, or the terminal is gone.
    LEAVE,
    LETTER,
    /// Nothing was pressed in time.
    NONE
  }

  static Key of(Kind kind) {
    return new Key(kind, "");
  }

  boolean isLetter(char letter) {
    return text.length() == 1 && text.charAt(0) == letter;
  }
}
