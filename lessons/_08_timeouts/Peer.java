package _08_timeouts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a server of a [PretendNetwork] does when it is called.
///
/// @param reached what comes of an attempt to connect
/// @param after how long that takes
/// @param pieces what its side of a connection does once it has heard a line, one after the other;
///   the last goes on for ever. At least one
public record Peer(Reached reached, Duration after, List<Piece> pieces) {
  /// What comes of an attempt to connect.
  public enum Reached {
    CONNECTED,
    /// A connection that takes no bytes.
    BROKEN,
    NEVER,
    REFUSED,
    /// What a virtual thread gets that is interrupted while it connects.
    INTERRUPTED,
    /// A `RuntimeException`.
    DEFECT,
    /// There is not even a socket.
    NO_SOCKET
  }

  /// What a read gets.
  enum Got {
    BYTES,
    END,
    RESET,
    /// What a virtual thread gets that is interrupted while it reads.
    INTERRUPT,
    /// A `RuntimeException`.
    DEFECT,
    NOTHING
  }

  /// What one or more reads get.
  ///
  /// @param after so much time since the piece before
  /// @param charset of the text
  public record Piece(Got got, Duration after, String text, Charset charset) {
    private static Piece atOnce(Got got) {
      return new Piece(got, Duration.ZERO, "", UTF_8);
    }

    byte[] bytes() {
      return text.getBytes(charset);
    }
  }

  public Peer {
    pieces = List.copyOf(pieces);
  }

  private static Peer silent(Reached reached) {
    return new Peer(reached, Duration.ZERO, List.of(nothing()));
  }

  /// A server that hears the question, and in the end does nothing.
  public static Peer hears(Piece... pieces) {
    return hearsAfter(Duration.ZERO, pieces);
  }

  /// The same, but to be connected takes a while.
  public static Peer hearsAfter(Duration connecting, Piece... pieces) {
    var all = Stream.concat(Stream.of(pieces), Stream.of(nothing())).toList();
    return new Peer(Reached.CONNECTED, connecting, all);
  }

  /// A server that answers with a dot now and then, and never ends.
  public static Peer drips(Duration every) {
    return new Peer(Reached.CONNECTED, Duration.ZERO, List.of(says(every, ".")));
  }

  /// A server that is gone as soon as the connection is made.
  public static Peer breaks() {
    return silent(Reached.BROKEN);
  }

  /// A machine where nobody listens.
  public static Peer refuses() {
    return silent(Reached.REFUSED);
  }

  /// A server whose queue is full.
  public static Peer deaf() {
    return silent(Reached.NEVER);
  }

  /// The thread is interrupted while it connects.
  public static Peer interruptsConnect() {
    return silent(Reached.INTERRUPTED);
  }

  /// A mistake in the program, and no fault of the network.
  public static Peer defect() {
    return silent(Reached.DEFECT);
  }

  /// A machine that has no more sockets.
  public static Peer noSocket() {
    return silent(Reached.NO_SOCKET);
  }

  public static Piece says(String text) {
    return says(Duration.ZERO, text);
  }

  public static Piece says(Duration after, String text) {
    return new Piece(Got.BYTES, after, text, UTF_8);
  }

  public static Piece saysLatin1(String text) {
    return saysLatin1(Duration.ZERO, text);
  }

  /// The text in Latin-1, in place of UTF-8.
  public static Piece saysLatin1(Duration after, String text) {
    return new Piece(Got.BYTES, after, text, ISO_8859_1);
  }

  public static Piece ends() {
    return Piece.atOnce(Got.END);
  }

  public static Piece resets() {
    return Piece.atOnce(Got.RESET);
  }

  public static Piece interrupts() {
    return Piece.atOnce(Got.INTERRUPT);
  }

  /// A mistake in the program, which a read comes upon.
  public static Piece defective() {
    return Piece.atOnce(Got.DEFECT);
  }

  public static Piece nothing() {
    return Piece.atOnce(Got.NOTHING);
  }
}
