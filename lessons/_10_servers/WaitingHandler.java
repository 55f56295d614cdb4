package _10_servers;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/// Waits 10 ms before it says something back, as if it had asked a database.
final class WaitingHandler implements Handler {
  static final int WAIT_MS = 10;

  private final Handler echo = new EchoHandler();

  @Override
  public Answer received(ByteBuffer chunk) {
    try {
      TimeUnit.MILLISECONDS.sleep(WAIT_MS);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt(); // the next read or write ends with this
    }
    return echo.received(chunk);
  }
}
