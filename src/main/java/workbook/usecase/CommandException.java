package workbook.usecase;

/// Why a command was not carried out: one plain sentence for the person, and the exit code.
public final class CommandException extends Exception {
  private final int code;

  private CommandException(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /// The command line is wrong; the sentence says how to mend it.
  public static CommandException usage(String sentence) {
    return new CommandException(ExitCode.USAGE, sentence);
  }

  /// The machine lacks something; the sentence says what to do.
  public static CommandException environment(String sentence) {
    return new CommandException(ExitCode.ENVIRONMENT, sentence);
  }

  public int code() {
    return code;
  }
}
