package workbook.explore.calls;

/// A call of a method, with its arguments.
///
/// @param <T> the contract
/// @param says how it is written, for example `add(3)`
/// @param method what it does; returns what the method returns, null for a `void` one
public record Call<T>(String says, Method<T> method) {
  /// What a call does.
  @FunctionalInterface
  public interface Method<T> {
    Object on(T object) throws Exception;
  }

  /// What comes back: a text that tells it, or the exception's name.
  String answer(T object) {
    try {
      return "" + method.on(object);
    } catch (Exception refused) {
      return refused.getClass().getSimpleName();
    }
  }
}
