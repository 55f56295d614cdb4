package _03_races;

import java.util.List;

/// A box office that sells the numbered seats of one evening and takes them back.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: all
/// of them return what they would have returned one after the other, in some order. So no seat is
/// sold twice, and nobody is refused who could have been served. A call waits for nothing but other
/// calls.
///
/// The class has a public constructor that takes the number of seats. They are numbered from 1, and
/// all are free, whatever other box offices have sold. For a negative number it throws
/// [IllegalArgumentException].
public interface BoxOffice {
  /// Sells seats to one customer: as many as asked for, or none.
  ///
  /// @param many 1 or more
  /// @return their numbers, in any order; empty if fewer than that are free
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
