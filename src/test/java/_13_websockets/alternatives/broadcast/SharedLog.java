package _13_websockets.alternatives.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/// One log for all: each message is kept once, and each member has a place in the log.
public final class SharedLog implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final Map<Member, Reader> readers = new LinkedHashMap<>();
  private Entry last = new Entry(null);
  private long said;
  private boolean closed;

  public SharedLog(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
    this.factory = Objects.requireNonNull(factory);
  }

  @Override
  public synchronized boolean join(Member member) {
    Objects.requireNonNull(member);
    requireOpen();
    if (readers.containsKey(member)) {
      return false;
    }
    var reader = new Reader(member, last, said);
    readers.put(member, reader);
    reader.thread.start();
    return true;
  }

  @Override
  public synchronized boolean leave(Member member) {
    var reader = readers.get(Objects.requireNonNull(member));
    if (reader == null) {
      return false;
    }
    remove(reader);
    return true;
  }

  @Override
  public synchronized void say(String message) {
    Objects.requireNonNull(message);
    requireOpen();
    List.copyOf(readers.values()).stream()
        .filter(reader -> said - reader.taken == capacity)
        .forEach(this::remove);
    last.next = new Entry(message);
    last = last.next;
    said++;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(readers.values()).forEach(this::remove);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private synchronized void remove(Reader reader) {
    if (!reader.removed) {
      reader.removed = true;
      readers.remove(reader.member);
      reader.thread.interrupt();
    }
  }

  private static final class Entry {
    private final String message;
    private Entry next;

    Entry(String message) {
      this.message = message;
    }
  }

  /// A member, and how far it has got. Everything is guarded by the room.
  private final class Reader {
    private final Member member;
    private final Thread thread = factory.newThread(this::read);
    private Entry at;
    private long taken;
    private boolean removed;

    Reader(Member member, Entry at, long taken) {
      this.member = member;
      this.at = at;
      this.taken = taken;
    }

    private void read() {
      try {
        for (var message = next(); message != null; message = next()) {
          member.send(message);
        }
      } catch (Throwable thrown) {
        remove(this);
      }
      try {
        member.removed();
      } catch (Throwable ignored) {
        // nothing is left to do
      }
    }

    /// Waits for a message; null when there will be no more.
    private String next() {
      synchronized (SharedLog.this) {
        while (!removed && at.next == null) {
          try {
            SharedLog.this.wait();
          } catch (InterruptedException lookAgain) {
            // either it was removed, or the member interrupted itself
          }
        }
        if (removed) {
          return null;
        }
        Thread.interrupted(); // the member's own
        at = at.next;
        taken++;
        return at.message;
      }
    }
  }
}
