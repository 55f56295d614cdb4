package _01_processes;

/// A program that prints as many KiB as its argument says.
public final class Chatty {
  public static final int KIB = 1024;

  public static void main(String[] args) {
    for (var printed = 0; printed < Integer.parseInt(args[0]); printed++) {
      System.out.print("x".repeat(KIB));
    }
  }
}
