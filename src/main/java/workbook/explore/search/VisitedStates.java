package workbook.explore.search;

/// Fingerprints of the states that were visited: an open-addressing hash table.
final class VisitedStates {
  private long[] keys = new long[1 << 10];
  private int size;

  /// Adds a state; false if it was visited before.
  boolean add(long fingerprint) {
    var key = fingerprint == 0 ? 1 : fingerprint;
    var slot = slot(key);
    if (keys[slot] == key) {
      return false;
    }
    keys[slot] = key;
    if (2 * ++size >= keys.length) {
      grow();
    }
    return true;
  }

  private int slot(long key) {
    var slot = Long.hashCode(key) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    var old = keys;
    keys = new long[2 * old.length];
    for (var key : old) {
      if (key != 0) {
        keys[slot(key)] = key;
      }
    }
  }
}
