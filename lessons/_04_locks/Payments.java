package _04_locks;

/// Accounts that pay one another, and a journal in which every payment is written down.
///
/// Accounts are numbered from 0 and empty at first. Money comes in through [#deposit] only. Amounts
/// are in cents. Whoever deposits sees to it that all the money together fits into a `long`.
///
/// Any number of threads may call the methods at the same time. A bank is linearizable: each call
/// takes effect at one moment between its call and its return. So no thread ever sees money that
/// has left one account and not reached the other.
///
/// A call may wait for others. But [#transfer], [#deposit] and [#balance] don't wait for transfers
/// between other accounts, however long these take; nor for another bank. Only while [#total] is
/// under way they may, because [#total] may wait for every transfer. There is no deadlock. Which of
/// several calls goes first isn't promised, nor how often a call has to try. But no call gives up,
/// and none responds to an interrupt: a thread that is interrupted is served like any other, and
/// stays interrupted.
///
/// The class has one constructor, `Bank(int accounts, Journal journal)`, for any number of accounts
/// from 0 on. It may take the memory for all of them at once.
public interface Payments {
  /// Writes down what is paid. It is called by the thread that pays. It may take long, and it may
  /// throw anything. It doesn't call the bank.
  @FunctionalInterface
  interface Journal {
    void write(int from, int to, long amount);
  }

  /// Moves an amount from one account to another, or from an account to itself, which changes no
  /// balance, but is written down like any other payment.
  ///
  /// Just before the money is moved, the payment is written into the journal, once. Until it has
  /// been written *and* moved, no other payment that concerns one of the two accounts is written.
  /// If the journal throws, nothing is moved, and the caller gets what it threw.
  ///
  /// @param amount up to `Long.MAX_VALUE`
  /// @return whether there was enough money; if not, nothing is written and nothing moved
  /// @throws IllegalArgumentException if the amount is not at least 1; then nothing has changed
  /// @throws IndexOutOfBoundsException if there is no such account; then nothing has changed. If
  ///   the amount is wrong as well, it may be either of the two
  boolean transfer(int from, int to, long amount);

  /// Adds an amount to an account. The journal does not hear of it.
  ///
  /// @throws IllegalArgumentException if the amount is not at least 1; then nothing has changed
  /// @throws IndexOutOfBoundsException if there is no such account; then nothing has changed. If
  ///   the amount is wrong as well, it may be either of the two
  void deposit(int account, long amount);

  /// What is in an account; never less than 0.
  ///
  /// @throws IndexOutOfBoundsException if there is no such account
  long balance(int account);

  /// The sum of all balances at one moment.
  long total();
}
