package workbook.explore.calls;

/// A call of a method, with its arguments.
///
/// @param <T> the contract
/// @param says how it is written, for example `add(3)`
record Call<T>(String says, ConcurrentCalls.CalledMethod<T> method) {
  /// What comes back: a text that tells it, or the exception's name.
  String answer(T object) {
    try {
      return "" + method.on(object);
    } catch (Exception refused) {
      return refused.getClass().getSimpleName();
    }
  }
}
