package _15_puzzles;

/// Makes water of threads: two that are hydrogen, and one that is oxygen.
///
/// As soon as two of hydrogen and one of oxygen have come, they make a molecule, and go on. Each
/// atom belongs to one molecule. Molecules are numbered from 1, in the order in which they're
/// completed. Which of several atoms that wait is taken isn't promised. What an atom's thread did
/// before it came happens-before what the others of its molecule do after they've gone on.
///
/// Any number of threads may call any of the methods at the same time. Makers have nothing to do
/// with each other, and nothing that a call has started is left running. The class has a
/// constructor without parameters, `WaterMaker()`.
public interface Molecules {
  /// Comes as an atom of hydrogen, and blocks, asleep, until its molecule is complete.
  ///
  /// @return the number of its molecule
  /// @throws InterruptedException if the thread is interrupted when it calls, or while its molecule
  ///   isn't complete. Then it hasn't come, and it's no longer interrupted. If the interrupt comes
  ///   just before the molecule is complete, it may instead go on like the others, and stay
  ///   interrupted; so it does once the molecule is complete
  int hydrogen() throws InterruptedException;

  /// Comes as an atom of oxygen; otherwise like [#hydrogen].
  int oxygen() throws InterruptedException;

  /// How many atoms have come whose molecule isn't complete yet, all counted at one moment between
  /// the call and its return. An atom whose molecule is complete doesn't count, even if its call
  /// hasn't returned yet. It takes no notice of an interrupt.
  int waiting();
}
