package _06_cpu.lab;

import _06_cpu.AskServer;
import _06_cpu.Blur;
import _06_cpu.Greatest;
import _06_cpu.Multiply;
import _06_cpu.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Four jobs, each cut into pieces.
final class Pieces {
  private static final long SEED = 42;

  private Pieces() {}

  /// A picture to be blurred, row by row.
  static List<Piece> image(int side, int pieces) {
    return cut(random(side * side, 1 << 24), side, pieces).stream()
        .<Piece>map(rows -> new Blur(rows, side))
        .toList();
  }

  /// A large array whose greatest number is wanted.
  static List<Piece> array(int length, int pieces) {
    return cut(random(length, Integer.MAX_VALUE), 1, pieces).stream()
        .<Piece>map(Greatest::new)
        .toList();
  }

  /// Two square matrices to be multiplied. Each piece has some rows of the first and the whole of
  /// the second.
  static List<Piece> matrix(int side, int pieces) {
    var second = random(side * side, 10);
    return cut(random(side * side, 10), side, pieces).stream()
        .<Piece>map(rows -> new Multiply(rows, second, side))
        .toList();
  }

  /// Servers to be asked, each of which takes its time to answer.
  static List<Piece> requests(int millis, int pieces) {
    return IntStream.range(0, pieces).<Piece>mapToObj(n -> new AskServer(n, millis)).toList();
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
