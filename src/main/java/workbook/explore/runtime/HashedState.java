package workbook.explore.runtime;

/// An object that can tell whether a step has changed it: a model of a lock, of a thread.
public interface HashedState {
  /// A hash of all that others can see of it; equal before and after a step that leaves it as it
  /// was.
  long stateHash();
}
