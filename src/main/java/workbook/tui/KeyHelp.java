package workbook.tui;

/// What the keys do, shown when a person presses `?`.
final class KeyHelp {
  static final String TITLE = "Keys";

  /// Where the person is the scheduler.
  static final String BOARD =
      """
      When you play the scheduler
        1 to 9           the thread that goes on
        Enter            what the keys below the board say
        u, r             take a move back, begin again
        h                a hint
        c                claim that no schedule can break it
        t                the steps of a run that has ended
        n                the next level, once you have won
        q or Esc         back

      """;

  /// On a screen with single keys.
  static final String KEYS =
      """
      In a list
        up, down         choose; so do the numbers on the left
        Enter            take what is chosen
        a letter, or /   narrow the list
        Esc              show all again, or go back
        q                back

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

      Ctrl-C stops a run, and leaves the workbook from anywhere else.
      """;

  /// Where every answer is a line.
  static final String LINES =
      """
      Type the number of an entry, or the beginning of its name, and press Enter.
      Enter alone takes what is offered. q goes back. Ctrl-C stops a run or leaves.
      """;

  private KeyHelp() {}
}
