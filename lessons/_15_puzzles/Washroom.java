package _15_puzzles;

/// A bathroom with some places: for women or for men, but never for both at once.
///
/// Any number of threads may call any of the methods at the same time, each of which is one step.
/// Whoever enters in one thread may leave in another. Bathrooms have nothing to do with each other,
/// and nothing that a call has started is left running.
///
/// The class has one constructor, `Bathroom(int places)`. Nobody is inside at first. It throws
/// [IllegalArgumentException] if there's fewer than one place.
public interface Washroom {
  /// Who somebody is.
  enum Sign {
    WOMEN,
    MEN
  }

  /// Goes in. Blocks, asleep, while somebody of the other sign is inside, or while all places are
  /// taken, and for nothing else: whoever can go in does so, however long others have waited. So no
  /// order is promised, and somebody may wait for ever while others come and go.
  ///
  /// @throws InterruptedException if the thread is interrupted when it calls, or while it has to
  ///   wait. Then it's not inside, and no longer interrupted. If the interrupt comes just as it can
  ///   go in, it may instead go in and stay interrupted
  /// @throws NullPointerException if `sign` is null
  void enter(Sign sign) throws InterruptedException;

  /// Goes out. It doesn't wait for anybody to come or go, and takes no notice of an interrupt.
  ///
  /// @throws IllegalStateException if nobody of this sign is inside; then nothing has changed
  /// @throws NullPointerException if `sign` is null
  void leave(Sign sign);

  /// How many are inside. It takes no notice of an interrupt.
  int inside();
}
