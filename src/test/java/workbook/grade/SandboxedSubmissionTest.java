package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workbook.grade.worker.TestOutcome;
import workbook.sandbox.Sandbox;

/// An answer that tries to get out of its sandbox, in every way that `java` knows: one answer, so
/// that one JVM shows them all. It passes, and tells what it could do.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class SandboxedSubmissionTest {
  private static Sandbox strongest;

  /// What it can do where nothing keeps it from it.
  private static final List<String> DEEDS =
      List.of(
          "append", "connect", "delete", "escape", "fill", "kill", "list", "listen", "memory",
          "parent", "permit", "read", "signing", "start", "write");

  @TempDir Path home;

  @BeforeAll
  static void findTheStrongest() throws InterruptedException {
    strongest = Sandbox.strongest();
  }

  /// Else the others would prove nothing.
  @Test
  void withoutASandboxItCanDoAllOfIt() throws Exception {
    assertEquals(DEEDS, couldIn(Sandbox.NONE));
  }

  @Test
  void inTheStrongestSandboxItCanDoNothing() throws Exception {
    assumeTrue(strongest != Sandbox.NONE, "no sandbox works here");
    assertEquals(List.of(), couldIn(strongest));
  }

  @Test
  void withLandlockAloneItCanDoNothing() throws Exception {
    assumeTrue(strongest == Sandbox.BUBBLEWRAP, "it is the strongest here, or doesn't work");
    assertEquals(List.of(), couldIn(Sandbox.LANDLOCK));
  }

  private List<String> couldIn(Sandbox sandbox) throws Exception {
    var secret = Files.writeString(home.resolve("secret.txt"), "a worked solution");
    Files.writeString(home.resolve("victim.txt"), "mine");
    for (var file : List.of(home, secret, home.resolve("victim.txt"))) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    var other = new ProcessBuilder("sleep", "1000").start();
    try (var port = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      var deeds = deeds(home, port.getLocalPort(), other.pid());
      var result = new OwnExercise(home, OwnExercise.LONG).first(answer(deeds), sandbox);
      assertEquals(new TestOutcome.Pass(""), result.outcome(), result.printed());
      return List.copyOf(new TreeSet<>(result.printed().lines().toList()));
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private static String deeds(Path home, int port, long pid) {
    return """
    var home = java.nio.file.Path.of("%s");
    attempt("read", () -> java.nio.file.Files.readString(home.resolve("secret.txt")));
    attempt("list", () -> java.nio.file.Files.list(home).toList());
    attempt("memory", () -> new RandomAccessFile("/proc/self/mem", "r"));
    attempt("signing", () -> new FileOutputStream("/proc/self/fd/1"));
    attempt("parent", () -> java.nio.file.Files.readAllBytes(
        java.nio.file.Path.of("/proc/" + %d + "/environ")));
    attempt("write", () -> java.nio.file.Files.writeString(home.resolve("new.txt"), "new"));
    attempt("append", () -> new FileOutputStream(home.resolve("victim.txt").toFile(), true));
    attempt("permit", () -> java.nio.file.Files.setPosixFilePermissions(
        home.resolve("victim.txt"), Set.of()));
    attempt("delete", () -> { java.nio.file.Files.delete(home.resolve("victim.txt")); return 0; });
    attempt("fill", () -> java.nio.file.Files.write(
        File.createTempFile("full", "").toPath(), new byte[80 << 20]));
    attempt("connect", () -> new java.net.Socket("127.0.0.1", %d));
    attempt("listen", () -> new java.net.ServerSocket(0));
    attempt("start", () -> new ProcessBuilder("/bin/true").start().waitFor());
    attempt("escape", () -> new ProcessBuilder("/bin/sh", "-c", "setsid true &").start().waitFor());
    attempt("kill", () -> {
      if (!ProcessHandle.of(%d).orElseThrow().destroyForcibly()) throw new IOException();
      return 0;
    });
    total += amount;
    """
        .formatted(home, pid, port, pid);
  }

  private static String answer(String deeds) {
    return """
    package programs.exercise;

    import java.io.*;
    import java.util.*;
    import java.util.concurrent.Callable;

    public class Own implements programs.Total {
      private int total;

      public void add(int amount) {
    %s
      }

      public int total() {
        return total;
      }

      private static void attempt(String what, Callable<?> deed) {
        try {
          deed.call();
          System.out.println(what);
        } catch (Exception denied) {
        }
      }
    }
    """
        .formatted(deeds);
  }

  /// The rest could only be had by looking into the JVM, and what does so is refused.
  @Test
  void whatLooksIntoTheJvmIsRefusedBeforeItRuns() throws Exception {
    new OwnExercise(home, OwnExercise.LONG);
    try (var compiler = new Compiler(home, true)) {
      for (var code : LOOKS_INSIDE) {
        var name = code.replaceFirst("(?s) <- .*", "");
        var compiled = compile(compiler, code.replaceFirst("(?s).* <- ", ""));
        assertEquals(
            "An answer may not look into the JVM it runs in: leave out %s.".formatted(name),
            compiled.diagnostics().getFirst().says());
      }
      for (var code : USUAL) {
        assertEquals(List.of(), compile(compiler, code).diagnostics(), code);
      }
    }
  }

  private Compiler.Compiled compile(Compiler compiler, String code)
      throws IOException, InterruptedException {
    var text = answer("attempt(\"\", () -> { %s; return null; });".formatted(code));
    var test = Files.readString(home.resolve("lessons/programs/OwnTest.java"));
    return compiler.compile(OwnExercise.EXERCISE, text, Path.of("Own.java"), test);
  }

  private static final List<String> LOOKS_INSIDE =
      List.of(
          "Class.forName <- Class.forName(\"workbook.grade.worker.TestRunner\")",
          "Class.getClassLoader <- Own.class.getClassLoader()",
          "Class.getResourceAsStream <- Own.class.getResourceAsStream(\"/programs/OwnTest.class\")",
          "Class.getDeclaredFields <- Own.class.getDeclaredFields()",
          "ClassLoader.getSystemClassLoader <- ClassLoader.getSystemClassLoader()",
          "Thread.getContextClassLoader <- Thread.currentThread().getContextClassLoader()",
          "StackWalker <- StackWalker.getInstance()",
          "Throwable.getStackTrace <- new Throwable().getStackTrace()",
          "Thread.getStackTrace <- Thread.currentThread().getStackTrace()",
          "Thread.getAllStackTraces <- Thread.getAllStackTraces()",
          "Error.printStackTrace(to) <- new Error().printStackTrace(System.out)",
          "Linker <- java.lang.foreign.Linker.nativeLinker()",
          "Lookup.findVirtual <- java.lang.invoke.MethodHandles.lookup().findVirtual(Own.class,"
              + " \"total\", null)",
          "MethodHandles.privateLookupIn <- java.lang.invoke.MethodHandles.privateLookupIn("
              + "Own.class, null)",
          "HttpServer <- com.sun.net.httpserver.HttpServer.create()",
          "Unsafe <- Objects.hash((sun.misc.Unsafe) null)",
          "ReflectionSupport <- org.junit.platform.commons.support.ReflectionSupport.newInstance("
              + "Own.class)",
          "ReportSigner <- new workbook.grade.worker.ReportSigner(null)",
          "ObjectInputStream <- new ObjectInputStream(null)",
          "ServiceLoader <- ServiceLoader.load(Own.class)",
          "System.loadLibrary <- System.loadLibrary(\"c\")");

  /// What answers do, and may.
  private static final List<String> USUAL =
      List.of(
          "java.lang.invoke.MethodHandles.lookup().findVarHandle(Own.class, \"total\", int.class)",
          "Object[] a = (Object[]) java.lang.reflect.Array.newInstance(String.class, 3)",
          "Runnable r = () -> {}; r.run(); String s = \"a\" + amount + Own.class.getSimpleName()",
          "record Pair(int a, Object b) {} new Pair(1, Thread.State.NEW).equals(new Pair(2, 3))",
          "Object o = amount; String s = switch (o) { case Integer i when i > 3 -> \"\";"
              + " case Thread.State t -> t.name(); default -> o.toString(); }",
          "java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater(Own.class, \"total\")",
          "new Error().printStackTrace()",
          "if (amount > 3) throw new org.opentest4j.TestAbortedException()");

  /// So that nobody is kept from the machine who needs it, and nobody else gets it.
  @Test
  void theExercisesAboutTheMachineAreKnown() throws Exception {
    assertTrue(MachineUse.isIn(List.of(bytes(Listener.class))));
    assertTrue(!MachineUse.isIn(List.of(bytes(Names.class))));
  }

  public record Listener(int port) {
    public ServerSocket open() throws IOException {
      return new ServerSocket(port);
    }
  }

  private record Names(List<String> all) {}

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
