package _06_cpu;

/// Finds the greatest number of an array: one comparison for each.
///
/// @param numbers at least one
public record Greatest(int[] numbers) implements Piece {
  @Override
  public int[] call() {
    var greatest = numbers[0];
    for (var number : numbers) {
      greatest = Math.max(greatest, number);
    }
    return new int[] {greatest};
  }
}
