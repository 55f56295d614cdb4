package workbook.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;
import workbook.process.TempDirectory;
import workbook.process.WorkerClasses;

/// A JVM that confines itself, and then tries what it must not be able to do.
public final class SandboxProbe {
  private static final String HOLDS = "holds";
  private static final String SECRET = "secret.txt";

  private SandboxProbe() {}

  /// Whether a sandbox keeps what it promises. Starts a JVM, and blocks until it has ended.
  static boolean holds(Sandbox sandbox) {
    return said(sandbox).equals(HOLDS);
  }

  /// What the JVM could do all the same, in one word each; or why there is none.
  static String said(Sandbox sandbox) {
    try (var secrets = new TempDirectory();
        var temp = new TempDirectory();
        var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var secret = Files.writeString(secrets.path().resolve(SECRET), HOLDS);
      openToEverybody(secrets.path());
      var jvm =
          JavaProcess.builder(
              SandboxProbe.class, secret.toString(), Integer.toString(port.getLocalPort()));
      jvm.directory(temp.path().toFile());
      WorkerClasses.lendTo(jvm, temp);
      jvm.command().add(1, temp.option());
      sandbox.putAround(jvm, temp);
      var ended = CompletedProcess.of(jvm);
      return String.join("\n", ended.lines());
    } catch (IOException notStarted) {
      return notStarted.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /// So that nothing but the sandbox forbids it.
  private static void openToEverybody(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /// Prints what it could do and should not have been able to; else, that the sandbox holds.
  ///
  /// @param arguments a file that everybody may read, and a port of this machine
  public static void main(String[] arguments) {
    Confinement.enter();
    Confinement.close(false);
    var secret = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    var could = new ArrayList<String>();
    attempt("read", () -> Files.readString(secret), could);
    attempt("memory", () -> Files.newInputStream(Path.of("/proc/self/mem")), could);
    attempt("write", () -> Files.writeString(secret.resolveSibling("new"), HOLDS), could);
    attempt("list", () -> list(secret.getParent()), could);
    attempt("connect", () -> new Socket(InetAddress.getLoopbackAddress(), port), could);
    attempt("start", () -> new ProcessBuilder("/bin/true").start(), could);
    System.out.println(could.isEmpty() ? HOLDS : String.join(" ", could));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static long list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  private static void attempt(String what, Callable<?> deed, List<String> could) {
    try {
      deed.call();
      could.add(what);
    } catch (Exception denied) {
      // as it should be
    }
  }
}
