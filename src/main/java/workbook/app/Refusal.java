package workbook.app;

/// Why a command was not carried out: one plain sentence for the person, and the exit code.
final class Refusal extends Exception {
  private final int code;

  private Refusal(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /// The command line is wrong; the sentence says how to mend it.
  static Refusal usage(String sentence) {
    return new Refusal(Exit.USAGE, sentence);
  }

  /// The machine lacks something; the sentence says what to do.
  static Refusal environment(String sentence) {
    return new Refusal(Exit.ENVIRONMENT, sentence);
  }

  int code() {
    return code;
  }
}
