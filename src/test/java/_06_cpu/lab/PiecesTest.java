package _06_cpu.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import _06_cpu.Piece;
import _06_cpu.ThreeWays;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A job has one result, however it is cut, and whoever does it.
@Tag("fast")
class PiecesTest {
  @Test
  void cutOrWholeAJobHasOneResult() {
    assertArrayEquals(joined(Pieces.image(31, 1)), joined(Pieces.image(31, 4)));
    assertArrayEquals(joined(Pieces.matrix(31, 1)), joined(Pieces.matrix(31, 4)));
    var greatest = joined(Pieces.array(1_001, 1))[0];
    assertEquals(greatest, Arrays.stream(joined(Pieces.array(1_001, 4))).max().orElseThrow());
  }

  private static int[] joined(List<Piece> pieces) {
    return pieces.stream().map(Piece::call).flatMapToInt(IntStream::of).toArray();
  }

  @Test
  void aRequestIsAnsweredToWhoeverWaits() throws Exception {
    var pieces = Pieces.requests(1, 3);
    assertArrayEquals(new int[] {0, 1, 2}, joined(pieces));
    try (var loop = Executors.newSingleThreadExecutor()) {
      var answers = ThreeWays.async(pieces, loop).stream().flatMapToInt(IntStream::of);
      assertArrayEquals(new int[] {0, 1, 2}, answers.toArray());
    }
  }
}
