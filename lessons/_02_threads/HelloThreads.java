package _02_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Threads that greet: one made of a function, one made of a class, and several at a time.
public final class HelloThreads {
  private HelloThreads() {}

  public static void byFunction(Consumer<String> says) throws InterruptedException {
    var thread = new Thread(() -> says.accept("hello Bob"));
    thread.start(); // from here on, two threads run
    thread.join(); // from here on, one
  }

  public static void byClass(Consumer<String> says) throws InterruptedException {
    var thread = new GreetingThread("Mike", says);
    thread.start();
    thread.join();
  }

  private static final class GreetingThread extends Thread {
    private final String whom;
    private final Consumer<String> says;

    GreetingThread(String whom, Consumer<String> says) {
      this.whom = whom;
      this.says = says;
    }

    @Override
    public void run() {
      says.accept("hello " + whom);
    }
  }

  /// Starts threads number 1, 2, 3 and so on; each greets with its number.
  ///
  /// @return the numbers in the order they were heard
  public static List<Integer> greet(int threads) throws InterruptedException {
    Queue<Integer> heard = new ConcurrentLinkedQueue<>();
    var all = new ArrayList<Thread>();
    for (var number = 1; number <= threads; number++) {
      var mine = number;
      all.add(new Thread(() -> heard.add(mine)));
    }
    for (var thread : all) {
      thread.start();
    }
    for (var thread : all) {
      thread.join();
    }
    return List.copyOf(heard);
  }
}
