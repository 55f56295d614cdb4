package workbook.grade;

/// The text of a learner's class that can do much harm.
final class HostileSource {
  private HostileSource() {}

  /// A class whose `add` does that.
  static String whoseAddDoes(String add) {
    return """
    package programs.exercise;

    import java.io.*;
    import java.util.*;

    public class Own implements programs.Total {
      private static final List<byte[]> KEPT = new ArrayList<>();
      private static final List<Object> LOADED = new ArrayList<>();
      private int total;

      static class Hangs {
        static {
          sleep();
        }
      }

      public void add(int amount) {
        try {
          never();
          %s;
        } catch (IOException | InterruptedException | ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }

      public int total() {
        return total;
      }

      static void never() throws IOException, InterruptedException, ClassNotFoundException {}

      static void sleep() {
        try {
          Thread.sleep(1_000_000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }

      static void keep(byte[] bytes) {
        while (true) KEPT.add(bytes.clone());
      }

      static void keepClasses() {
        var large =
            java.lang.classfile.ClassFile.of()
                .build(
                    java.lang.constant.ClassDesc.of("Large"),
                    type -> {
                      for (var i = 0; i < 5_000; i++) {
                        type.withField("field" + i, java.lang.constant.ConstantDescs.CD_int, 0);
                      }
                    });
        class Loader extends ClassLoader {
          Class<?> load() {
            return defineClass("Large", large, 0, large.length);
          }
        }
        while (true) LOADED.add(new Loader().load());
      }

      static void keepBuffers() {
        while (true) LOADED.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
      }

      static void startThreads() {
        while (true) Thread.ofPlatform().daemon().start(Own::sleep);
      }

      static void startProcesses() throws IOException {
        for (var i = 0; i < 50; i++) {
          System.out.println(new ProcessBuilder("sleep", "1000").start().pid());
        }
      }

      /// The pids of this JVM and of a child, in a file that is complete as soon as it is there.
      static void tellPids() throws IOException {
        var file = java.nio.file.Path.of(System.getProperty("workbook.home"), "pids");
        var draft = File.createTempFile("pids", "").toPath();
        var child = new ProcessBuilder("sleep", "1000").start();
        var pids = List.of(ProcessHandle.current().pid() + "", child.pid() + "");
        java.nio.file.Files.write(draft, pids);
        java.nio.file.Files.move(draft, file);
        File.createTempFile("left", "behind");
      }

      static void hangOnExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(Own::sleep));
        System.exit(0);
      }

      static void printForEver() {
        while (true) System.out.println("for ever and ever and ever and ever and ever");
      }

      static void printForEverPastSystemOut() throws IOException {
        var out = new FileOutputStream(FileDescriptor.out);
        while (true) out.write(new byte[100_000]);
      }

      static void swallow() {
        while (true) {
          try {
            Thread.sleep(1);
            for (var i = 0; i < 1_000_000; i++) Thread.onSpinWait();
          } catch (InterruptedException e) {
          }
        }
      }

      static void catchAll() {
        while (true) {
          try {
            throw new Error();
          } catch (Throwable e) {
          }
        }
      }

      static void loopInALoop() {
        for (var i = 1; i > 0; i = i %% 7 + 1) {
          for (var k = 0; k < 1_000_000; k++) {
            Thread.onSpinWait();
          }
        }
      }

      static void bothWays() throws InterruptedException {
        var one = new Object();
        var two = new Object();
        var ready = new java.util.concurrent.CyclicBarrier(2);
        Thread.ofPlatform().start(() -> lock(one, two, ready));
        lock(two, one, ready);
      }

      static void lock(Object first, Object second, java.util.concurrent.CyclicBarrier ready) {
        synchronized (first) {
          try {
            ready.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          synchronized (second) {
          }
        }
      }
    }
    """
        .formatted(add);
  }
}
