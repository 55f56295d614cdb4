package _13_websockets.traps.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import book.Trap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "threads are cheap, so each message gets its own",
    fails = "eachMessageOnce",
    saying = "two calls of one member at once")
public final class AThreadForEachMessage implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final Map<Member, Mailbox> mailboxes = new LinkedHashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  public AThreadForEachMessage(int capacity, ThreadFactory factory) {
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
      if (mailbox.waiting.offer(message)) {
        mailbox.send();
      } else {
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
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Mailbox(Member member) {
      this.member = member;
    }

    void send() {
      var thread = factory.newThread(this::sendNext);
      threads.add(thread);
      thread.start();
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
      threads.forEach(Thread::interrupt);
      factory.newThread(this::tell).start();
    }

    private void tell() {
      try {
        member.removed();
      } catch (Throwable itsOwn) {
        // It was the last call.
      }
    }
  }
}
