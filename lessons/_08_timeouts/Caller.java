package _08_timeouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// Asks a server one question, repeats it where that is needed and allowed, and gives up in time.
///
/// A question is a line, and so is its answer: UTF-8 text, ended by a newline (`\n`) that isn't
/// part of it. Everything before the newline is, even a carriage return. Bytes that aren't UTF-8
/// become replacement characters (U+FFFD), as in `new String(bytes, UTF_8)`. Whatever the answer
/// says, it is the answer: "sold out" is one.
///
/// Each **attempt** has a socket of its own: it connects, writes the question, and reads until the
/// newline. It fails when one of these steps throws an `IOException`, the making of the socket
/// included, or when the connection ends before the newline: half an answer is none. When only
/// `close()` throws one, after a whole answer, the attempt may count as failed or not. When an
/// attempt fails, there is another, but only if all of this holds:
///
/// - There were fewer than [BackOff#attempts] so far.
/// - The server cannot have heard the question, because the connection was never made; or the
///   question is [Question#repeatable].
/// - The pause before it would be over before the time of [Limits#total] is up.
///
/// If not, `ask` gives up at once, without a pause. A `RuntimeException` is a bug, not a failed
/// attempt: whoever threw it, it is thrown on at once, as it is.
///
/// Every socket is closed before a pause begins, and before `ask` returns or throws. Everything is
/// done by the thread that calls `ask`. A client may be used again, by one thread at a time, for
/// any server; each question begins afresh.
///
/// The class has a public constructor `PatientClient(Limits, BackOff, SocketFactory, Time)`. All
/// sockets come from `SocketFactory.createSocket()`, without parameters, and are not connected yet.
/// All their methods may be used. The time and every pause come from [Time].
public interface Caller {
  /// Blocks until there is an answer, or until there will be none.
  ///
  /// @param server where it listens; its address is resolved
  /// @return the answer, without its newline; never `null`
  /// @throws IOException if there is no answer: what the last attempt failed with, or one that has
  ///   it as its cause
  /// @throws InterruptedException if the thread is interrupted during a pause, or already was when
  ///   the pause began: there is no further attempt. An interrupt before that, while `ask` is
  ///   called or an attempt is made, may also be thrown at once; if it is not, it stays the
  ///   thread's interrupt status
  String ask(InetSocketAddress server, Question question) throws IOException, InterruptedException;

  /// What to ask the server.
  ///
  /// @param text one line, without its newline, of at most 1,000 bytes. A new connection has room
  ///   for so many: writing them does not wait, and needs no limit
  /// @param repeatable whether it does no harm if the server hears it twice: it is *idempotent*
  record Question(String text, boolean repeatable) {
    public Question {
      check(text.indexOf('\n') < 0, "a question is one line");
      check(text.getBytes(UTF_8).length <= 1_000, "a question has at most 1,000 bytes");
    }
  }

  /// How long to wait, each from a millisecond to a day.
  ///
  /// What is left of the total limits every wait, too. A socket's limits are whole milliseconds: so
  /// each wait may end up to one millisecond early or late, and so may all of them together.
  ///
  /// @param connect for one connection to be made
  /// @param read for the next bytes of an answer, each time anew
  /// @param total for one call of [#ask], with all its attempts and pauses, from its beginning
  record Limits(Duration connect, Duration read, Duration total) {
    public Limits {
      List.of(connect, read, total).forEach(Caller::checkTime);
    }
  }

  /// How often to try, and how long to pause in between: twice as long each time, but never longer
  /// than the longest. (Nothing is random here, so that it can be tested.)
  ///
  /// @param attempts at most, the first one counted; from 1 to 1,000
  /// @param first the pause after the first attempt that failed, from a millisecond to a day
  /// @param longest at least the first, at most a day
  record BackOff(int attempts, Duration first, Duration longest) {
    public BackOff {
      check(attempts >= 1 && attempts <= 1_000, "from 1 to 1,000 attempts");
      List.of(first, longest).forEach(Caller::checkTime);
      check(first.compareTo(longest) <= 0, "no pause is longer than the longest");
    }
  }

  private static void checkTime(Duration time) {
    check(time.compareTo(Duration.ofMillis(1)) >= 0, "a time has at least a millisecond");
    check(time.compareTo(Duration.ofDays(1)) <= 0, "a time has at most a day");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// A clock, and a way to wait. A test hands in its own, and makes an hour pass in no time.
  interface Time {
    /// The clock of this machine.
    Time REAL =
        new Time() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void pause(Duration howLong) throws InterruptedException {
            Thread.sleep(howLong);
          }
        };

    /// As `System.nanoTime()`: nanoseconds since some moment. It may be any number, and overflow:
    /// only the difference of two means anything.
    long nanoTime();

    /// As `Thread.sleep`: blocks that long, or a little longer. Throws if the thread is
    /// interrupted, or was already.
    void pause(Duration howLong) throws InterruptedException;
  }
}
