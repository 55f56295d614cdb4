package _06_cpu;

/// Multiplies rows of one square matrix by another: as many multiplications for each number as the
/// matrix has rows.
public record Multiply(int[] rows, int[] second, int side) implements Piece {
  @Override
  public int[] call() {
    var product = new int[rows.length];
    for (var row = 0; row < rows.length; row += side) {
      for (var k = 0; k < side; k++) {
        for (var column = 0; column < side; column++) {
          product[row + column] += rows[row + k] * second[k * side + column];
        }
      }
    }
    return product;
  }
}
