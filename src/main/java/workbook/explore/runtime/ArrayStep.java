package workbook.explore.runtime;

/// What one call does to each element that it reads or changes.
///
/// @param variable the elements of such arrays
/// @param changes whether it changes them
record ArrayStep(Execution execution, CodeLocation site, SharedVariable variable, boolean changes) {
  /// Uses one element.
  ///
  /// @param known whether some threads were seen to use such elements without order, so that older
  ///   values are kept
  void element(MemoryLocation location, boolean known, Object array, int index) {
    mark(location, known);
    if (known && changes) {
      var before = StoredVariable.elementOf(array, index);
      location.keep(execution.currentThread(), before, AccessMode.PLAIN);
    }
    use(location, known);
  }

  /// Uses many elements to which the same has been done so far.
  void many(MemoryLocation location, boolean known) {
    if (known) {
      execution.approximates();
    }
    mark(location, known);
    use(location, known);
  }

  private void mark(MemoryLocation location, boolean known) {
    var me = execution.currentThread();
    if (known && changes) {
      location.markWrite(me);
    } else if (known) {
      location.markRead(me);
    } else if (changes && location.hasUnorderedOptimisticRead(me)) {
      execution.discover(variable);
    }
  }

  private void use(MemoryLocation location, boolean known) {
    if (changes) {
      location.publish(execution.currentThread(), AccessMode.PLAIN);
      race(location, location.write(execution.currentThread()));
    } else {
      read(location, known);
    }
  }

  private void read(MemoryLocation location, boolean known) {
    var me = execution.currentThread();
    if (location.observe()) {
      execution.scheduler.stateChanged();
    }
    if (!me.optimistic) {
      race(location, location.read(me));
      return;
    }
    var other = location.readOptimistically(me);
    if (other >= 0 && known) {
      execution.races.suspect(site, variable, location, other);
    } else if (other >= 0) {
      execution.discover(variable);
    }
  }

  private void race(MemoryLocation location, int other) {
    if (other >= 0) {
      execution.races.report(site, variable, location, other);
    }
  }
}
