package _04_locks;

import java.util.function.UnaryOperator;

/// A point that some threads move while others look where it is.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: all
/// calls return what they would have returned one after the other, in some order. So nobody sees
/// `x` of one place and `y` of another. A call waits for nothing but other calls *of the same
/// point*: two points never wait for each other.
///
/// The class has a public constructor that takes `x` and `y`, the place where the point is at
/// first.
public interface MovingPoint {
  /// Where a point is.
  record Position(int x, int y) {
    /// The position that is `dx` and `dy` away from this one.
    public Position by(int dx, int dy) {
      return new Position(x + dx, y + dy);
    }

    @Override
    public String toString() {
      return "(" + x + ", " + y + ")";
    }
  }

  /// Moves to a place, wherever the point was.
  void moveTo(int x, int y);

  /// Asks `step` where to go from the current position, and moves there. No other move comes
  /// between.
  ///
  /// The thread that calls `move` runs the step, which may take its time. It may look at this point
  /// with [#position], but must not move it. It may be run again when another move came first; the
  /// last run counts.
  ///
  /// @return where this call moved the point
  /// @throws NullPointerException if there is no step, or it returns no position; then the point
  ///   has not moved. The same holds for whatever else the step throws
  Position move(UnaryOperator<Position> step);

  /// Where the point is.
  Position position();
}
