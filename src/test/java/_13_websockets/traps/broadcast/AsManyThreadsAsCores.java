package _13_websockets.traps.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import book.Trap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "more threads than cores are of no use",
    fails = "slowMembersHarmNobody",
    saying = "no thread can go on")
public final class AsManyThreadsAsCores implements ChatRoom {
  private final int capacity;
  private final ExecutorService pool;
  private final Map<Member, Mailbox> mailboxes = new LinkedHashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  public AsManyThreadsAsCores(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("room for at least 1 message, not " + capacity);
    }
    this.capacity = capacity;
    pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), factory);
  }

  @Override
  public synchronized boolean join(Member member) {
    Objects.requireNonNull(member);
    mustBeOpen();
    if (mailboxes.containsKey(member)) {
      return false;
    }
    var mailbox = new Mailbox(member);
    mailbox.delivery = pool.submit(mailbox::deliver);
    mailboxes.put(member, mailbox);
    return true;
  }

  @Override
  public synchronized boolean leave(Member member) {
    var mailbox = mailboxes.remove(Objects.requireNonNull(member));
    if (mailbox == null) {
      return false;
    }
    mailbox.close();
    return true;
  }

  @Override
  public synchronized void say(String message) {
    Objects.requireNonNull(message);
    mustBeOpen();
    for (var mailbox : new ArrayList<>(mailboxes.values())) {
      if (!mailbox.waiting.offer(message)) {
        leave(mailbox.member);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    mailboxes.values().forEach(Mailbox::close);
    mailboxes.clear();
    pool.shutdown();
  }

  private void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("the room is closed");
    }
  }

  private synchronized void remove(Mailbox mailbox) {
    mailboxes.remove(mailbox.member, mailbox);
    mailbox.close();
  }

  private final class Mailbox {
    private final Member member;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(capacity);
    private Future<?> delivery;
    private volatile boolean closed;

    Mailbox(Member member) {
      this.member = member;
    }

    private void deliver() {
      while (!closed) {
        try {
          sendNext();
        } catch (InterruptedException interrupted) {
          // If it has been closed, the loop ends. If not, it was the member, and that means
          // nothing.
        }
      }
      try {
        member.removed();
      } catch (Throwable itsOwn) {
        // It was the last call.
      }
    }

    private void sendNext() throws InterruptedException {
      var message = waiting.take();
      try {
        member.send(message);
      } catch (Throwable thrown) {
        remove(this);
      }
    }

    void close() {
      closed = true;
      waiting.clear();
      delivery.cancel(true);
    }
  }
}
