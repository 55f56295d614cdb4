package _02_threads.lab;

import _02_threads.Sleepers;
import java.util.OptionalLong;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/// A JVM of its own in which threads of one kind sleep, so that no earlier threads' memory is taken
/// for theirs. Prints one line, the cells separated by tabs: how many slept, how many were woken,
/// the nanoseconds until all slept, why fewer slept than wanted, and the KiB that they took, if
/// that can be read.
public final class SleepersJvm {
  private static final int WARM_UP = 100;
  private static final int LOOK_EVERY = 1_000;

  /// Virtual threads live in the heap. No more are made once this share of it is taken, because a
  /// full heap fails in ways no program can handle.
  private static final double FULL = 0.75;

  private SleepersJvm() {}

  public static void main(String[] args) throws InterruptedException {
    var builder = args[0].equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform();
    var kind = unlessHeapIsFull(builder.factory());
    Sleepers.of(kind, WARM_UP, () -> {}); // the first of a kind pay for what all of them use
    System.gc();
    var before = ResidentMemory.kibibytes();
    var after = new AtomicReference<>(OptionalLong.empty());
    var all =
        Sleepers.of(kind, Integer.parseInt(args[1]), () -> after.set(ResidentMemory.kibibytes()));
    System.out.printf("%d\t%d\t%d\t%s\t", all.asleep(), all.woken(), all.nanos(), all.refusal());
    after.get().ifPresent(kib -> System.out.print(kib - before.orElseThrow()));
    System.out.println();
  }

  private static ThreadFactory unlessHeapIsFull(ThreadFactory kind) {
    var heap = Runtime.getRuntime();
    var made = new int[1];
    return task -> {
      if (made[0]++ % LOOK_EVERY == 0
          && heap.totalMemory() - heap.freeMemory() > FULL * heap.maxMemory()) {
        throw new OutOfMemoryError("the heap is nearly full");
      }
      return kind.newThread(task);
    };
  }
}
