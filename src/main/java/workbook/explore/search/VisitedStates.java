package workbook.explore.search;

import java.util.Arrays;

/// States that were visited, each with how much of the preemption bound was left there.
///
/// An open-addressing hash table from fingerprints to small numbers.
final class VisitedStates {
  private long[] keys = new long[1 << 10];
  private byte[] left = new byte[1 << 10];

  /// In which search each was visited last.
  private byte[] when = new byte[1 << 10];

  private int size;

  /// Whether the state that was not added last had been visited in an earlier search.
  private boolean earlier;

  /// Adds a state; false if it was visited before with at least as much of the bound left.
  ///
  /// @param search its number
  boolean add(long fingerprint, int boundLeft, int search) {
    if (2 * size >= keys.length) {
      grow();
    }
    var slot = slot(fingerprint == 0 ? 1 : fingerprint);
    if (keys[slot] == 0) {
      size++;
      keys[slot] = fingerprint == 0 ? 1 : fingerprint;
      left[slot] = (byte) boundLeft;
      when[slot] = (byte) search;
      return true;
    }
    if (left[slot] >= boundLeft) {
      earlier = when[slot] != search;
      return false;
    }
    left[slot] = (byte) boundLeft;
    when[slot] = (byte) search;
    return true;
  }

  /// Whether the state that [#add] turned down last was visited in an earlier search.
  boolean wasEarlier() {
    return earlier;
  }

  void clear() {
    Arrays.fill(keys, 0);
    size = 0;
  }

  private int slot(long key) {
    var slot = (int) (key ^ key >>> 32) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldLeft = left;
    var oldWhen = when;
    keys = new long[2 * oldKeys.length];
    left = new byte[keys.length];
    when = new byte[keys.length];
    for (var i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] == 0) {
        continue;
      }
      var slot = slot(oldKeys[i]);
      keys[slot] = oldKeys[i];
      left[slot] = oldLeft[i];
      when[slot] = oldWhen[i];
    }
  }
}
