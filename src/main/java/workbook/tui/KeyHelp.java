package workbook.tui;

/// What the keys do, shown when a person presses `?`.
final class KeyHelp {
  static final String TITLE = "Keys";

  /// On a screen with single keys.
  static final String KEYS =
      """
      In a list
        up, down         choose; so do the numbers on the left
        any letter       narrow the list; Esc shows all again
        Enter            open
        q or Esc         back

      In a text
        Enter            the next page, and on after the last
        Space, b         a page down, a page up
        up, down         a line
        q or Esc         back

      Where you type a value
        Enter            take the value shown
        Esc              back

      While something runs
        q                stop it; what it has seen is kept

      When you play the scheduler
        1 to 9           the thread that goes on
        u, r             take a move back, begin again
        h                a hint
        c                claim that no schedule can break it

      Ctrl-C leaves from anywhere.
      """;

  /// Where every answer is a line.
  static final String LINES =
      """
      Type the number of an entry, or the beginning of its name, and press Enter.
      Enter alone takes what is offered. q goes back. Ctrl-C stops a run or leaves.
      """;

  private KeyHelp() {}
}
