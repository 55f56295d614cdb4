package _01_processes;

/// A program that greets: `hello Bob`.
public final class Hello {
  public static void main(String[] args) {
    System.out.println("hello " + args[0]);
  }
}
