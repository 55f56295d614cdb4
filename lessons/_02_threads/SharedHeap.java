package _02_threads;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// A static list, and two who put something into it: a thread, and a child process that runs the
/// same class.
public final class SharedHeap {
  private static final List<String> BASKET = new CopyOnWriteArrayList<>();

  private SharedHeap() {}

  /// What is in this process's basket.
  public static List<String> basket() {
    return List.copyOf(BASKET);
  }

  public static void empty() {
    BASKET.clear();
  }

  /// @param then is called by the thread
  public static void byThread(Runnable then) throws InterruptedException {
    var thread =
        new Thread(
            () -> {
              BASKET.add("apple");
              then.run();
            });
    thread.start();
    thread.join();
  }

  /// @return what the child printed: its basket and its number
  public static List<String> byProcess() throws IOException, InterruptedException {
    return CompletedProcess.of(JavaProcess.builder(Child.class)).lines();
  }

  /// The same step in a process of its own: another heap, another `BASKET`.
  public static final class Child {
    public static void main(String[] args) {
      BASKET.add("pear");
      System.out.println(BASKET);
      System.out.println(ProcessHandle.current().pid());
    }
  }
}
