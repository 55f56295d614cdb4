package programs;

/// The contract of an exercise that is in no book: the grader's own tests use it.
public interface Total {
  void add(int amount);

  int total();
}
