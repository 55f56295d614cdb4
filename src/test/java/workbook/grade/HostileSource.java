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
    import java.util.concurrent.*;
    import java.util.stream.*;

    public class Own implements programs.Total {
      private static final List<byte[]> KEPT = new ArrayList<>();
      private static final List<Object> LOADED = new ArrayList<>();
      private int total;

      static class Wordless extends RuntimeException {
        public String getMessage() {
          throw new IllegalStateException();
        }
      }

      static class Nameless extends RuntimeException {
        public String toString() {
          throw new IllegalStateException();
        }
      }

      static class Causeless extends RuntimeException {
        public Throwable getCause() {
          throw new IllegalStateException();
        }
      }

      static class Placeless extends RuntimeException {
        public StackTraceElement[] getStackTrace() {
          throw new IllegalStateException();
        }
      }

      static class Circular extends RuntimeException {
        public Throwable getCause() {
          return new Circular();
        }
      }

      static class Endless extends RuntimeException {
        public String getMessage() {
          while (true) {}
        }
      }

      static class Large extends RuntimeException {
        public String getMessage() {
          return "large".repeat(5_000_000);
        }
      }

      static class Fails {
        static {
          if (KEPT.isEmpty()) throw new IllegalStateException("early");
        }
      }

      static class Hangs {
        static {
          sleep();
        }
      }

      public void add(int amount) {
        try {
          throwing();
          %s;
        } catch (IOException | InterruptedException | ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }

      public int total() {
        return total;
      }

      static void throwing() throws IOException, InterruptedException, ClassNotFoundException {}

      static void never() {}

      /// Waits for a client that does not come.
      static void accept() {
        try (var listening = new java.net.ServerSocket(0)) {
          listening.setSoTimeout(1);
          listening.accept();
        } catch (IOException timeout) {
        }
      }

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
                    java.lang.constant.ClassDesc.of("programs.exercise.Large"),
                    type -> {
                      for (var i = 0; i < 5_000; i++) {
                        type.withField("field" + i, java.lang.constant.ConstantDescs.CD_int, 0);
                      }
                    });
        while (true) LOADED.add(define(large));
      }

      /// A class that stays; by reflection, for an answer that names the method is refused.
      static Class<?> define(byte[] bytes) {
        try {
          var strong = java.lang.invoke.MethodHandles.Lookup.ClassOption.STRONG;
          var options = new java.lang.invoke.MethodHandles.Lookup.ClassOption[] {strong};
          var lookup = java.lang.invoke.MethodHandles.lookup();
          var method =
              lookup.getClass().getMethod("defineHiddenClass", byte[].class, boolean.class, options.getClass());
          return ((java.lang.invoke.MethodHandles.Lookup) method.invoke(lookup, bytes, false, options)).lookupClass();
        } catch (java.lang.reflect.InvocationTargetException e) {
          if (e.getCause() instanceof Error ranOut) throw ranOut;
          throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
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

      /// A process whose parent has ended.
      static void startAlone(String program, String output) throws IOException, InterruptedException {
        var script = program + output + " & echo $!";
        new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
      }

      static void stopJvm() throws IOException {
        new ProcessBuilder("kill", "-STOP", "" + ProcessHandle.current().pid()).start();
        sleep();
      }

      static void closeOutput() throws IOException {
        new FileOutputStream(FileDescriptor.out).close();
      }

      /// Whatever leads to standard output, under all its numbers.
      static void closeAllOutput() throws IOException {
        var files = java.nio.file.Path.of("/proc/self/fd");
        var output = java.nio.file.Files.readSymbolicLink(files.resolve("1"));
        for (var number = 1; number < 1_000; number++) {
          var file = files.resolve("" + number);
          if (java.nio.file.Files.isSymbolicLink(file)
              && java.nio.file.Files.readSymbolicLink(file).equals(output)) {
            call("close", number);
          }
        }
      }

      /// A function of the C library with an `int`.
      static void call(String function, int argument) {
        var linker = java.lang.foreign.Linker.nativeLinker();
        var number = java.lang.foreign.ValueLayout.JAVA_INT;
        var handle =
            linker.downcallHandle(
                linker.defaultLookup().find(function).orElseThrow(),
                java.lang.foreign.FunctionDescriptor.of(number, number));
        try {
          var ignored = (int) handle.invokeExact(argument);
        } catch (Throwable e) {
          throw new IllegalStateException(e);
        }
      }

      static void keepNative(long bytes) {
        java.lang.foreign.Arena.global().allocate(bytes).fill((byte) 1);
      }

      static void keepUnsafe(long bytes) {
        try {
          var type = Class.forName("sun.misc.Unsafe");
          var field = type.getDeclaredField("theUnsafe");
          field.setAccessible(true);
          var unsafe = field.get(null);
          var at = type.getMethod("allocateMemory", long.class).invoke(unsafe, bytes);
          type.getMethod("setMemory", long.class, long.class, byte.class)
              .invoke(unsafe, at, bytes, (byte) 1);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }

      /// For the whole JVM; nobody can work with it.
      static void changeSettings() {
        System.setProperties(new Properties());
        System.setOut(null);
        System.setErr(null);
        System.setIn(null);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Runtime.getRuntime().halt(7));
        Thread.currentThread().setName("workbook: tests");
        Thread.currentThread().setContextClassLoader(null);
      }

      static void interruptAll() {
        Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
      }

      /// The pids of this JVM and of a child, in a file that is complete as soon as it is there.
      static void tellPids(String home) throws IOException {
        var file = java.nio.file.Path.of(home, "pids");
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

      static void printForEverPastSystemErr() throws IOException {
        var out = new FileOutputStream(FileDescriptor.err);
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
