package _01_processes;

/// A program that does nothing: starting it is all it costs.
public final class EmptyProgram {
  public static void main(String[] args) {}
}
