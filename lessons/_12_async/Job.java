package _12_async;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicInteger;

/// What a job does: it computes, adds, or fails. A process does what it is told, line by line.
public final class Job {
  public static final AtomicInteger COUNTER = new AtomicInteger();

  private Job() {}

  static long compute(int steps) {
    var result = 1L;
    for (var i = 0; i < steps; i++) {
      result = result * 6_364_136_223_846_793_005L + i;
    }
    return result;
  }

  static int add() {
    return COUNTER.incrementAndGet();
  }

  static Void fail() {
    throw new IllegalStateException("the disk is full");
  }

  public static void main(String[] args) {
    System.out.println("waiting");
    try (var lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      while (lines.hasNextLine()) {
        switch (lines.nextLine()) {
          case "add" -> System.out.println(add());
          case "fail" -> fail();
          case String steps -> System.out.println(compute(Integer.parseInt(steps)));
        }
      }
    }
  }
}
