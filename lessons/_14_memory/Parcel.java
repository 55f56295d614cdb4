package _14_memory;

/// An object whose number isn't final.
final class Parcel {
  int number;

  Parcel() {
    number = 42;
  }
}
