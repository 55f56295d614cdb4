package _13_websockets.traps.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import book.Trap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "a member that was in the room a moment ago is still in it",
    fails = "closeEndsEverything",
    saying = "only main is left and waits: gone.await();")
public final class StillThere implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final Lock lock = new ReentrantLock();
  private Map<Member, Line> lines = new HashMap<>();

  public StillThere(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
    this.factory = Objects.requireNonNull(factory);
  }

  @Override
  public boolean join(Member member) {
    Objects.requireNonNull(member);
    lock.lock();
    try {
      if (open().containsKey(member)) {
        return false;
      }
      var line = new Line();
      line.thread = factory.newThread(() -> work(member, line));
      line.thread.start();
      lines.put(member, line);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean leave(Member member) {
    Objects.requireNonNull(member);
    lock.lock();
    try {
      return lines != null && lines.containsKey(member) && remove(member, lines.get(member));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void say(String message) {
    Objects.requireNonNull(message);
    lock.lock();
    try {
      for (var entry : new ArrayList<>(open().entrySet())) {
        var line = entry.getValue();
        if (line.messages.size() == capacity) {
          remove(entry.getKey(), line);
        } else {
          line.messages.add(message);
          line.changed.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (lines != null) {
        new ArrayList<>(lines.entrySet()).forEach(e -> remove(e.getKey(), e.getValue()));
        lines = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private Map<Member, Line> open() {
    if (lines == null) {
      throw new IllegalStateException("closed");
    }
    return lines;
  }

  private boolean remove(Member member, Line line) {
    line.messages = null;
    line.changed.signal();
    line.thread.interrupt();
    return lines.remove(member, line);
  }

  private void work(Member member, Line line) {
    try {
      for (var message = next(line); message != null; message = next(line)) {
        member.send(message);
      }
    } catch (Throwable thrown) {
      threw(member, line);
    }
    try {
      member.removed();
    } catch (Throwable ignored) {
      // nothing is left to do
    }
  }

  private void threw(Member member, Line line) {
    if (isThere(line)) {
      lock.lock();
      try {
        remove(member, line);
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean isThere(Line line) {
    lock.lock();
    try {
      return line.messages != null;
    } finally {
      lock.unlock();
    }
  }

  private String next(Line line) {
    lock.lock();
    try {
      while (line.messages != null && line.messages.isEmpty()) {
        line.changed.awaitUninterruptibly();
      }
      Thread.interrupted();
      return line.messages == null ? null : line.messages.remove();
    } finally {
      lock.unlock();
    }
  }

  private final class Line {
    private final Condition changed = lock.newCondition();
    private Queue<String> messages = new ArrayDeque<>();
    private Thread thread;
  }
}
