package _10_servers.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Sends messages at a steady rate, from each client in turn, until it is interrupted or the time
/// is over.
///
/// @param begin the moment of the group's clock when the first message is due
record Pacer(ClientGroup group, long begin, int perSecond, Duration time) implements Runnable {
  @Override
  public void run() {
    var messages = time.toMillis() * perSecond / 1_000;
    for (var n = 0; n < messages && !Thread.currentThread().isInterrupted(); n++) {
      var due = begin + n * 1_000_000_000L / perSecond;
      while (group.now() < due && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(due - group.now());
      }
      group.clients.get(n % group.clients.size()).send(due);
    }
  }
}
