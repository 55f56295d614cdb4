package _03_races;

import java.util.List;

/// A box office that sells the numbered seats of one evening and takes them back.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: it
/// takes effect at one moment between its call and its return, so the box office is *linearizable*.
/// No seat is sold twice, and nobody is refused who could have been served. A call may wait for
/// other calls to return, but for nothing else, and not for a seat. No order among waiting threads
/// is promised. A call never gives up: however often others get in first, and even if its thread is
/// interrupted, it does its work. An interrupted thread is still interrupted when its call returns
/// or throws. Nothing that a call has started is left running.
///
/// The class has a public constructor that takes the number of seats, 0 or more, and at most a
/// million. They are numbered from 1, and all are free, whatever other box offices have sold. For a
/// negative number it throws [IllegalArgumentException].
public interface BoxOffice {
  /// Sells seats to one customer: as many as asked for, or none.
  ///
  /// @param many 1 or more
  /// @return their numbers, in any order, in a list that no later call changes; empty if fewer than
  ///   that are free
  /// @throws IllegalArgumentException if less than one is asked for; then nothing has changed
  List<Integer> buy(int many);

  /// Takes one seat back. From now on it can be sold again.
  ///
  /// @throws IllegalArgumentException if this seat is not sold, or there is no such seat; then
  ///   nothing has changed
  void giveBack(int seat);

  /// How many seats can be sold.
  int free();
}
