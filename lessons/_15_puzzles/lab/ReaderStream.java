package _15_puzzles.lab;

import _15_puzzles.WaitingWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Await;

/// A writer waits for a reader to leave, and more readers come, each before the last one has left.
final class ReaderStream {
  private final WaitingWriter room;
  private final AtomicInteger ahead = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean written;

  private ReaderStream(WaitingWriter room) {
    this.room = room;
  }

  /// How many of the readers that came after the writer were in before it. Blocks until all have
  /// left.
  static int ahead(WaitingWriter room, int readers) throws Exception {
    return new ReaderStream(room).run(readers);
  }

  private int run(int readers) throws Exception {
    try {
      var last = readerComes();
      ahead.set(0); // the first does not count
      comes(this::write);
      for (var i = 0; i < readers; i++) {
        var next = readerComes();
        last.countDown();
        last = next;
      }
      last.countDown();
      for (var thread : threads) {
        thread.join();
      }
      return ahead.get();
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }

  private CountDownLatch readerComes() throws Exception {
    var mayLeave = new CountDownLatch(1);
    comes(() -> read(mayLeave));
    return mayLeave;
  }

  /// Starts a thread, and blocks until it is inside the room or waits.
  private void comes(Callable<Void> visit) throws Exception {
    var thread = Thread.ofPlatform().start(new FutureTask<>(visit));
    threads.add(thread);
    Await.until("it is inside, or waits", () -> thread.getState() == Thread.State.WAITING);
  }

  private Void read(CountDownLatch mayLeave) throws InterruptedException {
    room.beginReading();
    if (!written) {
      ahead.incrementAndGet();
    }
    mayLeave.await();
    room.endReading();
    return null;
  }

  private Void write() throws InterruptedException {
    room.beginWriting();
    written = true;
    room.endWriting();
    return null;
  }
}
