package _13_websockets.alternatives.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// No thread for a member that has nothing to hear: a task runs while messages wait for it.
public final class PooledTasks implements ChatRoom {
  private final int capacity;
  private final ExecutorService pool;
  private final Map<Member, Outbox> outboxes = new LinkedHashMap<>();
  private boolean closed;

  public PooledTasks(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
    pool = Executors.newCachedThreadPool(Objects.requireNonNull(factory));
  }

  @Override
  public synchronized boolean join(Member member) {
    Objects.requireNonNull(member);
    requireOpen();
    return outboxes.putIfAbsent(member, new Outbox(member)) == null;
  }

  @Override
  public synchronized boolean leave(Member member) {
    var outbox = outboxes.get(Objects.requireNonNull(member));
    if (outbox == null) {
      return false;
    }
    remove(outbox);
    return true;
  }

  @Override
  public synchronized void say(String message) {
    Objects.requireNonNull(message);
    requireOpen();
    for (var outbox : List.copyOf(outboxes.values())) {
      if (outbox.waiting.size() < capacity) {
        outbox.waiting.add(message);
        outbox.run();
      } else {
        remove(outbox);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(outboxes.values()).forEach(this::remove);
    pool.shutdown();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private synchronized void remove(Outbox outbox) {
    if (outbox.removed) {
      return;
    }
    outbox.removed = true;
    outboxes.remove(outbox.member);
    outbox.waiting.clear();
    if (outbox.inside != null) {
      outbox.inside.interrupt();
    }
    outbox.run();
  }

  /// Guarded by the room. At most one task of an outbox is running or about to.
  private final class Outbox {
    private final Member member;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean removed;
    private Thread inside;

    Outbox(Member member) {
      this.member = member;
    }

    private void run() {
      if (!running) {
        running = true;
        pool.execute(this::empty);
      }
    }

    private void empty() {
      while (true) {
        String message;
        synchronized (PooledTasks.this) {
          inside = null;
          Thread.interrupted(); // the pool may need this thread for another member
          message = waiting.poll();
          if (message == null && !removed) {
            running = false; // the next message starts another task
            return;
          }
          if (message == null) {
            break;
          }
          inside = Thread.currentThread();
        }
        try {
          member.send(message);
        } catch (Throwable thrown) {
          remove(this);
        }
      }
      try {
        member.removed();
      } catch (Throwable ignored) {
        // nothing is left to do
      }
    }
  }
}
