package workbook.explore;

/// Which of its programs a class is to be. Programs under test ask it, because it is not rewritten:
/// to them, system properties are always the same.
public final class ChosenProgram {
  private static String name = "";

  private ChosenProgram() {}

  static void choose(String name) {
    ChosenProgram.name = name;
  }

  public static String name() {
    return name;
  }
}
