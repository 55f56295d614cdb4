package _07_sockets;

import java.util.List;

/// Finds the lines in the bytes of one connection, however the reads have divided them.
///
/// A server makes one for each connection and hands it what every read got. It is called by one
/// thread at a time, never blocks and knows nothing of sockets.
///
/// A **line** is UTF-8 text up to a newline, which ends it and is no part of it. A carriage return
/// right before the newline is no part of it either; anywhere else it is. A line may be empty.
/// Spaces are part of it. Two lines are **commands** and are never handed out: `quit` and `stop`,
/// and nothing else: `quit now` is an ordinary line.
///
/// The class has a public constructor without parameters. It begins [State#OPEN], and shares
/// nothing with any other.
public interface Protocol {
  /// How many bytes a line may have before its newline.
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
  ///   another connection
  /// @param length how many bytes there are, from 0 up; or -1, as a read says that the bytes have
  ///   ended. What still waits for its newline then is no line
  /// @return the lines that are whole now and were not before, in their order; often none. The list
  ///   is the caller's: nothing changes it later
  List<String> feed(byte[] buffer, int length);

  State state();
}
