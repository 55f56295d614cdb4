package _03_races.alternatives.ticketbooth;

import _03_races.BoxOffice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An explicit lock, and two sets: every seat is in one of them.
public final class ExplicitLock implements BoxOffice {
  private final Lock lock = new ReentrantLock();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Set<Integer> sold = new HashSet<>();

  public ExplicitLock(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    free.addAll(IntStream.rangeClosed(1, seats).boxed().toList());
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    lock.lock();
    try {
      if (free.size() < many) {
        return List.of();
      }
      var bought = Stream.generate(free::remove).limit(many).toList();
      sold.addAll(bought);
      return bought;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void giveBack(int seat) {
    lock.lock();
    try {
      if (!sold.remove(seat)) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      free.add(seat);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int free() {
    lock.lock();
    try {
      return free.size();
    } finally {
      lock.unlock();
    }
  }
}
