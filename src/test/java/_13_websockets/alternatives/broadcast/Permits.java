package _13_websockets.alternatives.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// Two semaphores for each member: how many places are free, and how many messages wait.
public final class Permits implements ChatRoom {
  private final int capacity;
  private final ThreadFactory factory;
  private final Map<Member, Seat> seats = new ConcurrentHashMap<>();
  private boolean closed;

  public Permits(int capacity, ThreadFactory factory) {
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
    var seat = new Seat(member);
    if (seats.putIfAbsent(member, seat) != null) {
      return false;
    }
    seat.thread = factory.newThread(seat);
    seat.thread.start();
    return true;
  }

  @Override
  public synchronized boolean leave(Member member) {
    var seat = seats.get(member);
    return seat != null && remove(seat);
  }

  @Override
  public synchronized void say(String message) {
    Objects.requireNonNull(message);
    requireOpen();
    for (var seat : seats.values()) {
      if (seat.places.tryAcquire()) {
        seat.queue.add(message);
        seat.messages.release();
      } else {
        remove(seat);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    seats.values().forEach(this::remove);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private synchronized boolean remove(Seat seat) {
    seat.taken = false;
    seat.thread.interrupt();
    return seats.remove(seat.member, seat);
  }

  private final class Seat implements Runnable {
    private final Member member;
    private final Queue<String> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(capacity);
    private final Semaphore messages = new Semaphore(0);
    private volatile boolean taken = true;
    private Thread thread;

    Seat(Member member) {
      this.member = member;
    }

    @Override
    public void run() {
      while (taken) {
        try {
          messages.acquire();
        } catch (InterruptedException lookAgain) {
          continue;
        }
        var message = queue.remove();
        places.release();
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
