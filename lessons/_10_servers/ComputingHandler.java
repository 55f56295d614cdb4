package _10_servers;

import java.nio.ByteBuffer;

/// Computes for about a millisecond before it says something back.
final class ComputingHandler implements Handler {
  private final Handler echo = new EchoHandler();

  @Override
  public Answer received(ByteBuffer chunk) {
    Computation.run();
    return echo.received(chunk);
  }
}
