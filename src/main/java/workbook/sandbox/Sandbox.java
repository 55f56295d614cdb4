package workbook.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import workbook.process.TempDirectory;

/// What is between the code of others and this machine, the strongest first.
public enum Sandbox {
  /// Namespaces of its own: no file but Java's and the libraries', no other process, no network but
  /// its own loopback. In it, Landlock where the kernel has it, and seccomp.
  BUBBLEWRAP("bubblewrap and a seccomp filter"),

  /// Nothing but Java and the libraries can be read, and nothing written: Landlock. No process, no
  /// socket: seccomp. The size of a file whose name is known can be seen.
  LANDLOCK("Landlock and a seccomp filter"),

  /// A process of its own with limits on time and memory.
  NONE("none");

  /// The others lost their parents, and the first process of a namespace adopts them.
  private static final Comparator<ProcessHandle> FIRST_STARTED =
      Comparator.comparing((ProcessHandle one) -> one.info().startInstant().orElse(Instant.MAX))
          .thenComparing(ProcessHandle::pid);

  static final String PROPERTY = "workbook.sandbox";

  static final String REHEARSAL = "workbook.sandbox.rehearsal";

  /// The option for a JVM that makes a start-up cache for confined ones.
  public static final String REHEARSED = "-D" + REHEARSAL + "=true";

  private final String says;

  Sandbox(String says) {
    this.says = says;
  }

  /// For a sentence: `bubblewrap and a seccomp filter`.
  public String says() {
    return says;
  }

  /// Whether code in it may start processes, listen and write files, and disturb nobody.
  public boolean hasOwnMachine() {
    return this == BUBBLEWRAP;
  }

  /// The strongest that works here. Starts a JVM in each until one has shown that it holds, and
  /// blocks until that has ended.
  public static Sandbox strongest() throws InterruptedException {
    return List.of(BUBBLEWRAP, LANDLOCK).stream()
        .filter(Sandbox::mayWork)
        .filter(SandboxProbe::holds)
        .findFirst()
        .orElse(NONE);
  }

  private boolean mayWork() {
    return Architecture.here().isPresent()
        && (this != BUBBLEWRAP || Bubblewrap.program().isPresent());
  }

  /// Lets a JVM run in it. Its `main` must call [Confinement#enter].
  ///
  /// @param jvm complete but for a [workbook.process.ProcessMark]
  /// @param temp its folder for temporary files, and its working folder
  public void putAround(ProcessBuilder jvm, TempDirectory temp) {
    if (this == NONE) {
      return;
    }
    jvm.command().add(1, "-D" + PROPERTY + "=" + name());
    jvm.command().add(1, "--finalization=disabled"); // whose thread is older than the confinement
    if (this == BUBBLEWRAP) {
      Bubblewrap.putAround(jvm, temp);
    }
  }

  /// The process in which the JVM itself runs.
  ///
  /// @param started what was started
  public Optional<ProcessHandle> jvm(ProcessHandle started) {
    return this == BUBBLEWRAP
        ? started.children().findFirst().flatMap(init -> init.children().min(FIRST_STARTED))
        : Optional.of(started);
  }
}
