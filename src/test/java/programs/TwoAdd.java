package programs;

/// A program of its own, in which main is one of two threads that add.
public final class TwoAdd {
  private static int count;

  private TwoAdd() {}

  static void main() throws InterruptedException {
    var other = new Thread(() -> count++);
    other.start();
    count++;
    other.join();
    if (count != 2) {
      throw new AssertionError("count is " + count);
    }
  }
}
