package _12_async;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;

/// Who waits for a channel: one coroutine to read or accept, another to write or connect.
final class Readiness {
  private static final int READ = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
  private static final int WRITE = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;
  private LoopFuture<Void> reader;
  private LoopFuture<Void> writer;

  /// Makes the future wait until the channel is ready for the operation.
  static void await(
      SelectableChannel channel, int operation, Selector selector, LoopFuture<Void> future)
      throws IOException {
    try {
      var key = channel.keyFor(selector);
      if (key == null) {
        key = channel.register(selector, 0, new Readiness());
      }
      var waiting = (Readiness) key.attachment();
      key.interestOpsOr(operation);
      waiting.reader = (operation & READ) != 0 ? future : waiting.reader;
      waiting.writer = (operation & WRITE) != 0 ? future : waiting.writer;
    } catch (CancelledKeyException closed) {
      throw new ClosedChannelException();
    }
  }

  /// The kernel says what the channel is ready for. Whoever waits for more must ask again.
  static void happened(SelectionKey key) {
    var ready = key.readyOps();
    key.interestOpsAnd(~ready);
    ((Readiness) key.attachment()).complete(ready, future -> future.setResult(null));
  }

  static void close(SelectableChannel channel, Selector selector) throws IOException {
    var key = channel.keyFor(selector);
    channel.close();
    if (key != null) {
      var closed = new ClosedChannelException();
      ((Readiness) key.attachment()).complete(READ | WRITE, it -> it.setException(closed));
    }
  }

  private void complete(int operations, Consumer<LoopFuture<Void>> completion) {
    if ((operations & READ) != 0 && reader != null && !reader.isDone()) {
      completion.accept(reader);
    }
    if ((operations & WRITE) != 0 && writer != null && !writer.isDone()) {
      completion.accept(writer);
    }
  }
}
