package _06_cpu;

import _06_cpu.ProcessPool.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Three jobs for a processor, each cut into pieces that need nothing of each other.
final class Pieces {
  private static final long SEED = 42;

  private Pieces() {}

  /// A picture to be made brighter: some arithmetic for the red, green and blue of every pixel.
  static List<Task<int[]>> image(int side, int pieces) {
    return cut(random(side * side, 1 << 24), 1, pieces).stream()
        .<Task<int[]>>map(Brighten::new)
        .toList();
  }

  /// A large array whose greatest number is wanted: one comparison for every number.
  static List<Task<int[]>> array(int length, int pieces) {
    return cut(random(length, Integer.MAX_VALUE), 1, pieces).stream()
        .<Task<int[]>>map(Greatest::new)
        .toList();
  }

  /// Two square matrices to be multiplied: as many multiplications for every number as there are
  /// rows. Each piece has some rows of the first and the whole of the second.
  static List<Task<int[]>> matrix(int side, int pieces) {
    var second = random(side * side, 10);
    return cut(random(side * side, 10), side, pieces).stream()
        .<Task<int[]>>map(rows -> new Multiply(rows, second, side))
        .toList();
  }

  private record Brighten(int[] pixels) implements Task<int[]> {
    @Override
    public int[] call() {
      var brighter = new int[pixels.length];
      for (var i = 0; i < pixels.length; i++) {
        var pixel = pixels[i];
        brighter[i] = brighter(pixel >> 16) << 16 | brighter(pixel >> 8) << 8 | brighter(pixel);
      }
      return brighter;
    }

    private static int brighter(int colour) {
      return (int) Math.round(255 * Math.pow((colour & 255) / 255.0, 0.45));
    }
  }

  private record Greatest(int[] numbers) implements Task<int[]> {
    @Override
    public int[] call() {
      var greatest = numbers[0];
      for (var number : numbers) {
        greatest = Math.max(greatest, number);
      }
      return new int[] {greatest};
    }
  }

  private record Multiply(int[] rows, int[] second, int side) implements Task<int[]> {
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

  private static int[] random(int length, int bound) {
    return new Random(SEED).ints(length, 0, bound).toArray();
  }

  /// @param row numbers that must stay together
  private static List<int[]> cut(int[] all, int row, int pieces) {
    var rows = all.length / row;
    var parts = new ArrayList<int[]>();
    for (var piece = 0; piece < pieces; piece++) {
      var from = (int) ((long) rows * piece / pieces) * row;
      var to = (int) ((long) rows * (piece + 1) / pieces) * row;
      parts.add(Arrays.copyOfRange(all, from, to));
    }
    return parts;
  }
}
