package _04_locks;

import java.util.function.UnaryOperator;

/// A point that some threads move while others look where it is.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: it
/// takes effect at one moment between its call and its return, so the point is *linearizable*, and
/// nobody sees `x` of one place and `y` of another. A call may wait for other calls *of the same
/// point* to return, but for nothing else: two points never wait for each other. No order among
/// waiting threads is promised. A call never gives up: however often others get in first, and even
/// if its thread is interrupted, it does its work. An interrupted thread is still interrupted when
/// its call returns or throws. Nothing that a call has started is left running.
///
/// The class has a public constructor that takes `x` and `y`, the place where the point is at
/// first. Coordinates may be any `int`.
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
  /// with [#position], but it must not move it, and must not wait for a thread that calls it. It
  /// may be run again, but only if another call came in between; the last run counts.
  ///
  /// If the step throws, the caller gets what it threw, and the point has not moved.
  ///
  /// @return where this call moved the point
  /// @throws NullPointerException if there is no step, or it returns no position; then the point
  ///   has not moved
  Position move(UnaryOperator<Position> step);

  /// Where the point is.
  Position position();
}
