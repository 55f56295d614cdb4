package workbook.explore.model;

import java.util.Random;

/// Stands in for `ThreadLocalRandom`: the same numbers in every run, a sequence for each thread.
public final class ModelThreadLocalRandom extends Random {
  private static final long serialVersionUID = 1;
  private static final ModelThreadLocal<ModelThreadLocalRandom> MINE =
      ModelThreadLocal.withInitial(ModelThreadLocalRandom::new);

  private ModelThreadLocalRandom() {
    super(ModelThread.currentThread().threadId());
  }

  public static ModelThreadLocalRandom current() {
    return MINE.get();
  }

  // What library code uses to spread load: here all load goes to one place.

  public static void localInit() {}

  public static int getProbe() {
    return 1;
  }

  public static int advanceProbe(int probe) {
    return probe + 1;
  }

  public static int nextSecondarySeed() {
    return 1;
  }
}
