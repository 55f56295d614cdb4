package _01_processes;

/// A program that ends in the way its argument says.
public final class ExitWays {
  public static void main(String[] args) throws InterruptedException {
    switch (args[0]) {
      case "returns" -> {}
      case "exits" -> System.exit(3);
      case "throws" -> throw new IllegalStateException("nobody catches this");
      default -> Thread.sleep(600_000); // until its parent kills it
    }
  }
}
