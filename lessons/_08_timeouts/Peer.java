package _08_timeouts;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a server of a [PretendNetwork] does when it is called.
///
/// @param reached what comes of a connection
/// @param pieces what its side of a connection does once it has heard a line, one after the other;
///   the last goes on forever. At least one
public record Peer(Reached reached, List<Piece> pieces) {
  /// What comes of a connection.
  public enum Reached {
    AT_ONCE,
    NEVER,
    REFUSED,
    /// A `RuntimeException`.
    DEFECT
  }

  /// What a read gets.
  enum Got {
    BYTES,
    END,
    RESET,
    /// What a virtual thread gets that is interrupted while it reads.
    INTERRUPT,
    NOTHING
  }

  /// What one or more reads get.
  ///
  /// @param after so much time since the piece before
  public record Piece(Got got, Duration after, String text) {
    private static Piece atOnce(Got got) {
      return new Piece(got, Duration.ZERO, "");
    }
  }

  public Peer {
    pieces = List.copyOf(pieces);
  }

  /// A server that hears the question, and in the end does nothing.
  public static Peer hears(Piece... pieces) {
    return new Peer(
        Reached.AT_ONCE, Stream.concat(Stream.of(pieces), Stream.of(nothing())).toList());
  }

  /// A server that answers with a dot now and then, and never ends.
  public static Peer drips(Duration every) {
    return new Peer(Reached.AT_ONCE, List.of(says(every, ".")));
  }

  /// A machine where nobody listens.
  public static Peer refuses() {
    return new Peer(Reached.REFUSED, List.of(nothing()));
  }

  /// A server whose queue is full.
  public static Peer deaf() {
    return new Peer(Reached.NEVER, List.of(nothing()));
  }

  /// A mistake in the program, and no fault of the network.
  public static Peer defect() {
    return new Peer(Reached.DEFECT, List.of(nothing()));
  }

  public static Piece says(String text) {
    return says(Duration.ZERO, text);
  }

  public static Piece says(Duration after, String text) {
    return new Piece(Got.BYTES, after, text);
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

  public static Piece nothing() {
    return Piece.atOnce(Got.NOTHING);
  }
}
