package _15_puzzles;

/// A barrier for a fixed number of threads, used round after round.
///
/// A round is complete when as many threads have come as the barrier is for. Then all of them go
/// on, and the next round begins. Threads that come for the next round wait for the next round,
/// even if some of the round before haven't left yet. What a thread did before it came
/// happens-before what the others of its round do after they've gone on.
///
/// Any number of threads may call either method at the same time, even more than the barrier is
/// for. Barriers have nothing to do with each other, and nothing that a call has started is left
/// running.
///
/// The class has one constructor, `ReusableBarrier(int threads)`. It throws
/// [IllegalArgumentException] if that's less than 1.
public interface MeetingPoint {
  /// Comes, and blocks, asleep, until the round is complete.
  ///
  /// @return the number of the round: 1 for the first; the same for all of a round
  /// @throws InterruptedException if the thread is interrupted when it calls, or while the round is
  ///   not complete. Then it hasn't come, and the others wait for another one in its place; it's no
  ///   longer interrupted. If the interrupt comes just before the round is complete, it may instead
  ///   go on like the others, and stay interrupted; so it does once the round is complete
  int await() throws InterruptedException;

  /// How many have come for the round that isn't complete yet. A thread whose round is complete
  /// doesn't count, even if its call hasn't returned yet. It takes no notice of an interrupt.
  int waiting();
}
