package _14_memory;

import java.util.List;

/// Two threads, left and right, each of which sees one number.
public abstract class LeftAndRight implements LitmusProgram {
  int leftSees;
  int rightSees;

  abstract void left();

  abstract void right();

  @Override
  public final List<Body> bodies() {
    return List.of(this::left, this::right);
  }

  @Override
  public final String outcome() {
    return leftSees + ", " + rightSees;
  }
}
