package workbook.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import workbook.process.JavaProcess;

/// A process that waits for ever, and so do its child and its child's child.
final class Family {
  private Family() {}

  /// Starts the family; all of it runs when this returns.
  ///
  /// @param generations how many processes, each the child of the one before
  static void start(int generations) throws IOException {
    var process = JavaProcess.builder(Family.class, Integer.toString(generations)).start();
    if (process.inputReader(UTF_8).readLine() == null) {
      throw new IOException("the family did not start");
    }
  }

  public static void main(String[] arguments) throws Exception {
    var generations = Integer.parseInt(arguments[0]);
    if (generations > 1) {
      start(generations - 1);
    }
    System.out.println("all here");
    new CountDownLatch(1).await();
  }
}
