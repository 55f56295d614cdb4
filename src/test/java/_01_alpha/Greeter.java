package _01_alpha;

/// The contract of the test book's exercises.
public interface Greeter {
  String greet();
}
