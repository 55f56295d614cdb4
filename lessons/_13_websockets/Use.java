package _13_websockets;

import java.time.Duration;

/// What web sockets are used for, each with what a single client may need. Put in your own numbers.
public enum Use {
  CHAT("chat", 0.2, Duration.ofSeconds(1), 60),
  GAME("multiplayer game", 20, Duration.ofMillis(50), 40),
  EDITING("collaborative editing", 2, Duration.ofMillis(200), 30),
  NEWS("news feed", 1.0 / 600, Duration.ofMinutes(5), 300),
  LOCATION("location-based app", 0.5, Duration.ofSeconds(2), 40),
  TRADING("trading platform", 10, Duration.ofMillis(100), 50);

  private static final double PINGS = 1.0 / 30; // a second, on a connection that stays open
  private static final int PING_AND_PONG = 8; // bytes

  public final String says;
  public final int length; // of a message, in bytes
  private final double messages; // a second
  private final Duration delay; // that nobody minds

  Use(String says, double messages, Duration delay, int length) {
    this.says = says;
    this.messages = messages;
    this.delay = delay;
    this.length = length;
  }

  /// Bytes a second for a client that polls as seldom as the delay allows.
  ///
  /// @param poll the bytes of a question, and of an answer that brings nothing
  public double polled(double poll) {
    return poll * 1_000 / delay.toMillis() + messages * length;
  }

  /// Bytes a second for a client that is pushed to.
  ///
  /// @param frame the bytes of a message as a frame
  public double pushed(double frame) {
    return messages * frame + PINGS * PING_AND_PONG;
  }
}
