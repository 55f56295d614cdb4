package _13_websockets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A member that writes down what it gets, and reacts to one of the messages.
class RecordingMember implements Member {
  /// What it does when it hears its cue, and when it is removed.
  interface Reaction {
    void run() throws Exception;
  }

  final List<String> got = new ArrayList<>();
  final AtomicInteger sends = new AtomicInteger();
  final AtomicInteger removals = new AtomicInteger();
  final CountDownLatch gone = new CountDownLatch(1);
  Reaction farewell = () -> {};

  /// What it got on a thread that was interrupted.
  final List<String> interrupted = new ArrayList<>();

  private String cue = "";
  private Reaction reaction = () -> {};
  private final Semaphore heard = new Semaphore(0);
  private final List<Thread> callers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean inside = new AtomicBoolean();
  private final AtomicBoolean overlap = new AtomicBoolean();

  RecordingMember() {}

  RecordingMember(String cue, Reaction reaction) {
    reactsTo(cue, reaction);
  }

  /// To be called before it joins.
  void reactsTo(String cue, Reaction reaction) {
    this.cue = cue;
    this.reaction = reaction;
  }

  @Override
  public void send(String message) throws Exception {
    if (message == null) { // nobody has said that, and a room that sends it may never stop
      BroadcastFixture.awaitUninterruptibly(new CountDownLatch(1));
    }
    sends.incrementAndGet();
    enter();
    if (Thread.currentThread().isInterrupted()) {
      interrupted.add(message);
    }
    got.add(message);
    heard.release();
    try {
      if (message.equals(cue)) {
        reaction.run();
      }
    } finally {
      inside.set(false);
    }
  }

  @Override
  public void removed() throws Exception {
    enter();
    inside.set(false);
    removals.incrementAndGet();
    gone.countDown();
    farewell.run();
  }

  private void enter() {
    callers.add(Thread.currentThread());
    if (!inside.compareAndSet(false, true)) {
      overlap.set(true);
    }
  }

  /// Waits until it has got so many messages more.
  void hears(int messages) throws InterruptedException {
    heard.acquire(messages);
  }

  /// Waits until it was removed.
  ///
  /// @return all that it got
  List<String> all() throws InterruptedException {
    gone.await();
    if (removals.get() != 1) {
      throw new AssertionError(removals + " calls of removed");
    }
    if (overlap.get()) {
      throw new AssertionError("two calls of one member at once");
    }
    return got;
  }

  /// The names of the threads that called it and are none of these.
  List<String> callersExcept(List<Thread> threads) {
    return callers.stream()
        .filter(thread -> !threads.contains(thread))
        .map(thread -> thread.getName().isEmpty() ? "one without a name" : thread.getName())
        .toList();
  }
}
