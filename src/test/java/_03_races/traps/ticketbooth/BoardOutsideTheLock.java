package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "only the sale needs the lock, not the news of it",
    fails = "thereIsRoomForBoth",
    saying = "the free seats of 2 after both were sold ==> expected: <0> but was: <1>")
public final class BoardOutsideTheLock implements BoxOffice {
  private final boolean[] sold;
  private int free;
  private volatile int board;

  public BoardOutsideTheLock(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
    free = seats;
    board = seats;
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    int left;
    synchronized (this) {
      if (free < many) {
        return List.of();
      }
      free -= many;
      for (var seat = 1; seat < sold.length && bought.size() < many; seat++) {
        if (!sold[seat]) {
          sold[seat] = true;
          bought.add(seat);
        }
      }
      left = free;
    }
    board = left;
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    int left;
    synchronized (this) {
      if (seat < 1 || seat >= sold.length || !sold[seat]) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      sold[seat] = false;
      free++;
      left = free;
    }
    board = left;
  }

  @Override
  public int free() {
    return board;
  }
}
