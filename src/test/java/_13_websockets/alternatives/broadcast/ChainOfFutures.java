package _13_websockets.alternatives.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/// Each message holds the future of the next one, and each member follows the chain.
public final class ChainOfFutures implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Member, Follower> followers = new LinkedHashMap<>();
  private Link last = new Link(null, 0, new CompletableFuture<>());
  private boolean closed;

  public ChainOfFutures(int capacity, ThreadFactory factory) {
    if (capacity <= 0) {
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
      requireOpen();
      if (followers.containsKey(member)) {
        return false;
      }
      var follower = new Follower(member, last);
      followers.put(member, follower);
      follower.thread.start();
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
      var follower = followers.remove(member);
      if (follower != null) {
        follower.end();
      }
      return follower != null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void say(String message) {
    Objects.requireNonNull(message);
    lock.lock();
    try {
      requireOpen();
      for (var follower : List.copyOf(followers.values())) {
        if (last.number - follower.at.number >= capacity) {
          leave(follower.member);
        }
      }
      var link = new Link(message, last.number + 1, new CompletableFuture<>());
      last.next.complete(link);
      last = link;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      followers.values().forEach(Follower::end);
      followers.clear();
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private void threw(Follower follower) {
    lock.lock();
    try {
      if (followers.remove(follower.member, follower)) {
        follower.end();
      }
    } finally {
      lock.unlock();
    }
  }

  private record Link(String message, long number, CompletableFuture<Link> next) {}

  private final class Follower {
    private final Member member;
    private final Thread thread = factory.newThread(this::follow);
    private volatile Link at;
    private volatile boolean ended;

    Follower(Member member, Link at) {
      this.member = member;
      this.at = at;
    }

    void end() {
      ended = true;
      thread.interrupt();
    }

    private void follow() {
      while (!ended) {
        try {
          at = at.next.get();
        } catch (InterruptedException | ExecutionException lookAgain) {
          continue;
        }
        Thread.interrupted(); // get doesn't look at it when there is a next message
        if (ended) {
          break; // what came after it left is not for it
        }
        try {
          member.send(at.message);
        } catch (Throwable thrown) {
          threw(this);
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
