package _04_locks;

import java.util.concurrent.locks.ReentrantLock;

/// A lock with a name that can say who holds it.
@SuppressWarnings("serial") // never written anywhere
final class OwnedLock extends ReentrantLock {
  final String name;

  OwnedLock(String name) {
    this.name = name;
  }

  /// The name of the thread that holds it, or `nobody`.
  String holder() {
    var owner = getOwner();
    return owner == null ? "nobody" : owner.getName();
  }
}
