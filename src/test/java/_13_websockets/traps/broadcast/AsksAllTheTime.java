package _13_websockets.traps.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import book.Trap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "asking again and again is a way to wait",
    fails = "slowMembersHarmNobody",
    saying = "threads with nothing to do, and not fast asleep")
public final class AsksAllTheTime implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final Map<Member, Mailbox> mailboxes = new LinkedHashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  public AsksAllTheTime(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("room for at least 1 message, not " + capacity);
    }
    this.capacity = capacity;
    this.factory = Objects.requireNonNull(factory);
  }

  @Override
  public synchronized boolean join(Member member) {
    Objects.requireNonNull(member);
    mustBeOpen();
    if (mailboxes.containsKey(member)) {
      return false;
    }
    var mailbox = new Mailbox(member);
    mailbox.thread.start();
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
    private final Thread thread = factory.newThread(this::deliver);
    private volatile boolean closed;

    Mailbox(Member member) {
      this.member = member;
    }

    private void deliver() {
      while (!closed) {
        try {
          sendNext();
        } catch (RuntimeException broken) {
          remove(this);
        }
      }
      try {
        member.removed();
      } catch (Throwable itsOwn) {
        // It was the last call.
      }
    }

    private void sendNext() {
      var message = waiting.poll();
      if (message == null) {
        return;
      }
      try {
        member.send(message);
      } catch (Throwable thrown) {
        remove(this);
      }
    }

    void close() {
      closed = true;
      waiting.clear();
      thread.interrupt();
    }
  }
}
