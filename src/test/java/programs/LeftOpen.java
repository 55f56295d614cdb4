package programs;

import java.util.concurrent.CountDownLatch;
import workbook.explore.FinalStates;
import workbook.explore.calls.AnyValue;

/// How many values a run leaves open depends on the first of them.
public final class LeftOpen {
  private LeftOpen() {}

  /// Tells its word to [FinalStates] after two threads have met.
  public static void word() throws InterruptedException {
    var word = AnyValue.of("a", "b");
    if (word.equals("a")) {
      word += AnyValue.of("a", "b");
    }
    var both = new CountDownLatch(2);
    new Thread(both::countDown).start();
    new Thread(both::countDown).start();
    both.await();
    FinalStates.add(word);
  }
}
