package _12_async;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// Who waits for one channel: a coroutine that wants to read from it, another that wants to write.
final class Readiness {
  private static final int READ = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;

  private LoopFuture<Void> reading;
  private LoopFuture<Void> writing;

  /// The future is done once the channel is ready for the operation.
  static LoopFuture<Void> of(Loop loop, Selector selector, SelectableChannel channel, int operation)
      throws IOException {
    try {
      var key = channel.keyFor(selector);
      if (key == null) {
        key = channel.register(selector, 0, new Readiness());
      }
      key.interestOpsOr(operation);
      var future = new LoopFuture<Void>(loop);
      ((Readiness) key.attachment()).waits(operation, future);
      return future;
    } catch (CancelledKeyException closed) {
      throw new ClosedChannelException();
    }
  }

  private void waits(int operation, LoopFuture<Void> future) {
    if ((operation & READ) != 0) {
      reading = future;
    } else {
      writing = future;
    }
  }

  /// The kernel says what the channel of this key is ready for.
  static void happened(SelectionKey key) {
    var waiting = (Readiness) key.attachment();
    var operations = key.readyOps();
    key.interestOpsAnd(~operations); // once: whoever wants more asks again
    if ((operations & READ) != 0) {
      complete(waiting.reading, null);
    }
    if ((operations & ~READ) != 0) {
      complete(waiting.writing, null);
    }
  }

  static void close(Selector selector, SelectableChannel channel) throws IOException {
    var key = channel.keyFor(selector);
    channel.close();
    if (key != null && key.attachment() instanceof Readiness waiting) {
      complete(waiting.reading, new ClosedChannelException());
      complete(waiting.writing, new ClosedChannelException());
    }
  }

  private static void complete(LoopFuture<Void> future, IOException failure) {
    if (future == null || future.isDone()) {
      return; // whoever waited was cancelled
    }
    if (failure == null) {
      future.setResult(null);
    } else {
      future.setException(failure);
    }
  }
}
