package workbook.usecase;

/// The exit codes of every command.
public final class ExitCode {
  /// Everything was done, and every claim held.
  public static final int DONE = 0;

  /// A claim did not hold, a schedule or a graded test failed, or the run was cancelled, overran or
  /// failed.
  public static final int FAILED = 1;

  /// The command line was wrong, or a file cannot be graded; a sentence says what to mend.
  public static final int USAGE = 2;

  /// The machine lacks something, or code cannot be explored, or not to the end; a sentence says
  /// what.
  public static final int ENVIRONMENT = 3;

  private ExitCode() {}
}
