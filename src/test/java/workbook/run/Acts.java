package workbook.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.TempDirectory;

/// Records a few things, then acts as its parameter `then` says.
final class Acts implements Sample {
  /// Lets a deaf experiment in the JVM of the test go at last.
  static final CountDownLatch HEAR = new CountDownLatch(1);

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    record.sample("time", "ms", "all", 1.5);
    record.outcome("seen", Expectation.ACCEPTABLE, 1, "it was");
    if (with.values().containsKey("family")) {
      Family.start(with.count("family"));
      record.fact("family", pids());
    }
    if (with.values().containsKey("file")) {
      record.fact("file", Files.createTempFile("left", "behind").toString());
    }
    if (with.choice("then").equals("remove")) {
      waitAndRemove(record);
    }
    record.progress(1, 2);
    if (with.values().containsKey("permission")) {
      awaitPermission(with.count("permission"));
    }
    act(with.choice("then"), record);
  }

  private static void act(String then, Recorder record) throws Exception {
    switch (then) {
      case "return" -> {}
      case "throw" -> throw new IllegalStateException("two\nlines and \"quotes\"");
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(7);
      case "run out of memory" -> record.fact("never", "" + new long[Integer.MAX_VALUE].length);
      case "recurse" -> recurse(1);
      case "wait" -> waitAndTell(record);
      case "ignore" -> ignoreInterruption();
      case "leave a failing thread" -> join(new Thread(Acts::fail, "bad"));
      case "leave a waiting thread" -> new Thread(Acts::waitInterruptibly, "left").start();
      case "flood" -> flood();
      case "print" -> System.out.println(new Frame.Seen(99, Observations.NONE).line());
      case "let a child shout" -> shout();
      default -> throw new IllegalArgumentException(then);
    }
  }

  private static void waitAndTell(Recorder record) throws InterruptedException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      record.fact("interrupted", "yes");
      throw end;
    }
  }

  /// As a lesson does whose objects are not in the JVM's own folder.
  private static void waitAndRemove(Recorder record) throws Exception {
    var shared = Files.createTempFile(TempDirectory.shared(), "shared", "");
    try {
      record.progress(1, 2);
      new CountDownLatch(1).await();
    } finally {
      Files.delete(shared);
    }
  }

  private static String pids() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> Long.toString(process.pid()))
        .collect(Collectors.joining(" "));
  }

  /// Waits until the test has seen what was recorded so far.
  private static void awaitPermission(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getInputStream().readAllBytes();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // its subject: a stack that overflows
  private static int recurse(int depth) {
    return recurse(depth + 1) + recurse(depth + 2);
  }

  private static void ignoreInterruption() {
    while (HEAR.getCount() > 0) {
      try {
        HEAR.await();
      } catch (InterruptedException ignored) {
        // That is the point.
      }
    }
  }

  private static void fail() {
    throw new IllegalStateException("nobody catches this");
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.start();
    thread.join();
  }

  private static void waitInterruptibly() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void flood() {
    for (var line = 0; line < 100_000; line++) {
      System.err.println("line " + line);
    }
    throw new IllegalStateException("flooded");
  }

  /// A child that writes into the pipe of the frames, with no newline at the end.
  private static void shout() throws Exception {
    new ProcessBuilder("sh", "-c", "printf 'one\\ntwo'").inheritIO().start().waitFor();
  }
}
