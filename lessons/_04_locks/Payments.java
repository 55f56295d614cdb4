package _04_locks;

/// Accounts that pay one another, and a journal in which every payment is written down.
///
/// Accounts are numbered from 0 and empty at first. Money comes in through [#deposit] only. Amounts
/// are in cents, and all the money together fits into a `long`.
///
/// Every method may be called by any number of threads at the same time. Each call is one step for
/// all others: no thread ever sees money that has left one account and not reached the other. A
/// call may wait for other calls, and it always returns in the end. A transfer does not wait for
/// transfers between other accounts, however long these take.
///
/// The class has one constructor, `Bank(int accounts, Journal journal)`.
public interface Payments {
  /// Writes down what is paid. It may take long, and it may fail with an exception.
  @FunctionalInterface
  interface Journal {
    void write(int from, int to, long amount);
  }

  /// Moves an amount from one account to another, or from an account to itself, which changes
  /// nothing.
  ///
  /// Just before the money is moved, the payment is written into the journal. Until it has been
  /// written *and* moved, no other payment that concerns one of the two accounts is written. If the
  /// journal throws, nothing is moved, and the caller gets what it threw.
  ///
  /// @return whether there was enough money; if not, nothing is written and nothing moved
  /// @throws IllegalArgumentException if the amount is not at least 1; then nothing has changed
  /// @throws IndexOutOfBoundsException if there is no such account; then nothing has changed
  boolean transfer(int from, int to, long amount);

  /// Adds an amount to an account. The journal does not hear of it.
  ///
  /// @throws IllegalArgumentException if the amount is not at least 1; then nothing has changed
  /// @throws IndexOutOfBoundsException if there is no such account; then nothing has changed
  void deposit(int account, long amount);

  /// What is in an account; never less than 0.
  ///
  /// @throws IndexOutOfBoundsException if there is no such account
  long balance(int account);

  /// The sum of all balances at one moment.
  long total();
}
