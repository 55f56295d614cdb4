package _11_ipc;

import java.io.IOException;

/// A counter in a file that any number of processes share. Each of them may die at any moment.
///
/// The class has a public constructor `SharedCounter(FileChannel file)`. Every process opens the
/// file itself, for reading and writing, and hands its channel to its counter. The constructor
/// throws a `NullPointerException` if there is no channel; it does nothing with the file yet. A
/// process may have several counters for the file, each with a channel of its own or all with the
/// same one, and any number of threads may use any of them at the same time. Whoever opens a
/// channel closes it, once nobody in that process uses a counter for the file any more.
///
/// **The file.** An empty file stands for 0. What else is in the file is up to the class, but there
/// are never more than 4,096 bytes. Of the channel, the class uses nothing but `read`, `write`,
/// `size`, `position`, `truncate`, `force`, `lock` and `tryLock`, and of their locks `release` or
/// `close`. Nobody but this class writes into the file or locks it. A `read` may bring fewer bytes
/// than there is room for, though more are there; a `write` that returns has written all of them.
///
/// **One step.** Each call takes effect at one moment between its beginning and its end, for all
/// threads of all processes (it is *linearizable*). Without a lock, another process can do
/// something between any two operations of the channel, and in the middle of a `read` or a `write`.
/// A call that has ended leaves neither a lock nor a thread behind.
///
/// **Death.** A process can be killed before and after each operation of its channel, and in the
/// middle of a `write`: then some bytes are in the file, from the first on, and the rest is not. (A
/// single byte is there or not.) Every other operation is done or not done. The system takes away a
/// dead process's locks; no more of its code runs, not even `finally`. A call in which the process
/// died has taken effect wholly or not at all, and that is settled as soon as another call returns.
/// What earlier calls have added stays. The other processes go on as if nothing had happened, with
/// the counters they have, and may die in turn. Only processes die: the machine does not lose
/// power, so nothing need be forced onto the disk.
///
/// **Failure.** If an operation of the channel throws an `IOException`, a `write` perhaps after
/// some of its bytes, the call throws that exception, or an `IOException` that has it as its cause.
/// It has taken effect wholly or not at all, as with a death. But its process goes on, and so do
/// its other threads: the next call works if the channel does.
///
/// **Interrupts.** A call throws an `InterruptedException` if its thread is interrupted when it
/// begins, or while it waits for another thread or another process. Then it has changed nothing,
/// the thread's interrupt status is clear, and the channel is still open. When an interrupt comes
/// later, the channel closes itself, as channels do: that is a failure of the channel, and a
/// counter with another channel goes on.
///
/// **Not its own.** Both methods refuse a file that no counter can have left behind: they throw an
/// `IOException` and leave it as it is. At least these are recognized: a file of more than 4,096
/// bytes, and the file of a counter to which a call of [#add] has returned, if somebody has since
/// replaced every byte by 0, or every byte by an `x`. Other damage may pass unnoticed.
public interface FileCounter {
  /// Adds to the sum. Blocks while other calls have their turn.
  ///
  /// @param step any number; may be negative
  /// @return the sum that this made
  /// @throws ArithmeticException if the sum would not fit into a `long`; then it stays as it was
  /// @throws IOException if the channel fails, or the file is not a counter's
  /// @throws InterruptedException if the thread is interrupted before its turn has come
  long add(long step) throws IOException, InterruptedException;

  /// The sum of all that was added. Blocks, if at all, while other calls have their turn.
  ///
  /// @throws IOException if the channel fails, or the file is not a counter's
  /// @throws InterruptedException if the thread is interrupted before its turn has come
  long get() throws IOException, InterruptedException;
}
