package workbook.progress;

/// Points reached of those there are, for example `7/10`.
public record Points(int reached, int of) {
  /// Reads what [#toString] wrote.
  ///
  /// @throws IllegalArgumentException when this is something else
  static Points parse(String text) {
    var numbers = text.split("/");
    if (numbers.length != 2) {
      throw new IllegalArgumentException("no points: " + text);
    }
    return new Points(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  /// Whether these are all the points there are.
  boolean all() {
    return reached == of;
  }

  /// In words, for example `7 of 10`.
  public String words() {
    return reached + " of " + of;
  }

  @Override
  public String toString() {
    return reached + "/" + of;
  }
}
