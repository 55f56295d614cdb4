package _03_races;

/// Three ways to count that promise nothing when several threads use them.
public sealed interface UnguardedCounting extends Counting {
  final class Plain implements UnguardedCounting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count++;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  final class Pausing implements UnguardedCounting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        var read = count;
        Thread.onSpinWait();
        count = read + 1;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  final class Volatile implements UnguardedCounting {
    private volatile int count;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the mistake is the exhibit
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count++;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }
}
