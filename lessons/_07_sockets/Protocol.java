package _07_sockets;

import java.util.List;

/// Finds the lines in the bytes of one connection, however the reads have divided them.
///
/// A server makes one for each connection and hands it what every read got. One thread at a time
/// calls it, perhaps another one each time. It never blocks and knows nothing of sockets.
///
/// A **line** is UTF-8 text up to a newline (`\n`), which ends it and isn't part of it. A carriage
/// return (`\r`) right before the newline isn't part of it either. Every other character is: any
/// other carriage return, a space, a tab. A line may be empty. Bytes that aren't UTF-8 become
/// replacement characters (U+FFFD), as in `new String(bytes, UTF_8)`.
///
/// Two lines are **commands** and are never handed out: `quit` and `stop`, and nothing else. `quit
/// now`, `QUIT` and `quit` with a space behind it are ordinary lines.
///
/// The class has a public constructor without parameters. It begins [State#OPEN]. Nothing that
/// changes is shared with any other instance: two threads may feed two of them at once.
public interface Protocol {
  /// How many bytes a line may have before its newline, a carriage return counted.
  int LONGEST = 1_000;

  /// What is to become of the connection.
  enum State {
    /// More bytes may come.
    OPEN,
    /// The client said `quit`: close this connection.
    QUIT,
    /// The client said `stop`: close this connection and the server.
    STOP,
    /// A line was too long: close this connection. Known as soon as more than [#LONGEST] bytes have
    /// come without a newline.
    TOO_LONG,
    /// The client's bytes have ended.
    ENDED
  }

  /// Takes what one read got.
  ///
  /// Once the state is anything but [State#OPEN], it stays that way, and everything that follows is
  /// ignored, the rest of the same read included.
  ///
  /// @param buffer holds the bytes, from index 0 on. What follows them is left from an earlier
  ///   read. The buffer is the caller's, who fills it again for the next read, perhaps that of
  ///   another connection. It is only read, and only during the call
  /// @param length how many bytes there are, from 0 up; or -1, as a read says that the bytes have
  ///   ended. What still waits for its newline isn't a line then
  /// @return the lines that are whole now and were not before, in their order; often none, never
  ///   `null`. No later call changes the list, and if the caller can change it, no later call
  ///   notices
  List<String> feed(byte[] buffer, int length);

  /// What is to become of the connection, after all that was fed so far.
  State state();
}
