package workbook.usecase;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import workbook.process.AotCache;
import workbook.process.Executables;
import workbook.process.PythonScript;

/// One thing a machine may have or lack.
///
/// @param there whether it is there, and enough of it
/// @param needed whether the book cannot do without it
/// @param found what was found, in a few words
/// @param lost what is lost without it and what to do, in a sentence or two
/// @param lessons the names of the lessons that use it; none when all do, or it is not for lessons
public record EnvironmentCheck(
    String name, boolean there, boolean needed, String found, String lost, List<String> lessons) {
  private static final int OLDEST_JAVA = 25;
  private static final long ENOUGH_MEMORY = 2L << 30;
  private static final int PATIENCE_MILLIS = 2_000;

  public EnvironmentCheck {
    lessons = List.copyOf(lessons);
  }

  private EnvironmentCheck(String name, boolean there, boolean needed, String found, String lost) {
    this(name, there, needed, found, lost, List.of());
  }

  private EnvironmentCheck usedBy(String... lessons) {
    return new EnvironmentCheck(name, there, needed, found, lost, List.of(lessons));
  }

  /// Looks at this machine.
  ///
  /// @param home the folder that holds `lessons/` and `.workbook/`
  /// @param interactive whether a person sits at a terminal that can do more than print lines
  /// @param term the kind of terminal as `TERM` says, empty when it says nothing
  public static List<EnvironmentCheck> all(Path home, boolean interactive, String term) {
    var all =
        new ArrayList<>(
            List.of(java(), cores().usedBy("races", "cpu", "futures", "servers", "async")));
    all.addAll(
        List.of(memory().usedBy("threads"), fonts(), display(), terminal(interactive, term)));
    all.add(exercises(home));
    all.add(progress(home));
    all.add(jshell());
    all.add(startUp(AotCache.state()));
    all.add(
        loopback()
            .usedBy("sockets", "timeouts", "futures", "servers", "ipc", "async", "websockets"));
    all.add(
        found(
                "python3",
                PythonScript.interpreter(),
                "The Python twins are skipped. Install Python 3.")
            .usedBy(
                "processes",
                "threads",
                "races",
                "locks",
                "cpu",
                "timeouts",
                "futures",
                "servers",
                "async"));
    all.add(
        program(
                "sh",
                "01 processes cannot show a real fork. Every Unix has sh; on Windows use WSL.")
            .usedBy("processes"));
    all.add(
        program("mkfifo", "11 ipc has no named pipe. Every Unix has mkfifo; on Windows use WSL.")
            .usedBy("ipc"));
    all.add(
        program(
                "kill",
                "10 servers cannot freeze a worker. Every Unix has kill; on Windows use WSL.")
            .usedBy("servers"));
    all.add(
        program("taskset", "11 ipc cannot hold two processes to one core. Install util-linux.")
            .usedBy("ipc"));
    all.add(program("ps", "01 processes skips what ps shows. Install procps.").usedBy("processes"));
    all.add(
        program("strace", "01 processes skips the system calls. Install strace (Linux).")
            .usedBy("processes"));
    return List.copyOf(all);
  }

  private static EnvironmentCheck java() {
    var compiler = ToolProvider.getSystemJavaCompiler() != null;
    var version = Runtime.version();
    return new EnvironmentCheck(
        "JDK",
        compiler && version.feature() >= OLDEST_JAVA,
        true,
        version + ", " + System.getProperty("java.vendor") + (compiler ? "" : ", no compiler"),
        "The book is written for JDK 25 or newer, with its compiler. Install one, for example"
            + " Temurin 25 from https://adoptium.net.");
  }

  private static EnvironmentCheck cores() {
    var cores = Runtime.getRuntime().availableProcessors();
    return new EnvironmentCheck(
        "cores",
        cores > 1,
        false,
        Integer.toString(cores),
        "On a single core threads only take turns: races are rarer, and nothing gets faster in"
            + " 03 races, 06 cpu, 09 futures, 10 servers and 12 async.");
  }

  private static EnvironmentCheck memory() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    var bytes = system.getTotalMemorySize();
    return new EnvironmentCheck(
        "memory",
        bytes >= ENOUGH_MEMORY,
        false,
        "%.1f GiB".formatted(bytes / (double) (1L << 30)),
        "The large runs of 02 threads and 12 async may not fit; choose smaller numbers there.");
  }

  /// Asks AWT to measure a letter, which is what fails without a font library.
  private static EnvironmentCheck fonts() {
    var lost =
        "PNG, SVG, PDF and window charts cannot be drawn; tables and terminal charts can. Install"
            + " fontconfig and a font, for example apt install fontconfig fonts-dejavu-core.";
    try {
      var context = new FontRenderContext(null, true, true);
      new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("A", context);
      return new EnvironmentCheck("fonts", true, false, "found", lost);
    } catch (RuntimeException | LinkageError missing) {
      return new EnvironmentCheck("fonts", false, false, "none usable", lost);
    }
  }

  /// Whether a window can be opened here.
  public static boolean hasDisplay() {
    return display().there();
  }

  /// Refuses when no window can be opened here.
  public static void requireDisplay() throws CommandException {
    if (!hasDisplay()) {
      throw CommandException.environment(
          "There is no display for a window: use --chart=png or svg.");
    }
  }

  private static EnvironmentCheck display() {
    var headless = GraphicsEnvironment.isHeadless();
    return new EnvironmentCheck(
        "display",
        !headless,
        false,
        headless ? "none" : "found",
        "Charts do not open in a window; --chart png and --chart svg write files instead.");
  }

  private static EnvironmentCheck terminal(boolean interactive, String term) {
    var kind = term.isEmpty() ? "TERM is not set" : term;
    return new EnvironmentCheck(
        "terminal",
        interactive,
        false,
        interactive ? kind : kind + ", not interactive",
        "The menu uses numbered prompts instead of the whole screen.");
  }

  /// Grading also needs a compiler and a second JVM, which [#java] and [#memory] speak of.
  private static EnvironmentCheck exercises(Path home) {
    var lessons = home.toAbsolutePath().normalize().resolve("lessons");
    if (!Files.isDirectory(lessons)) {
      return new EnvironmentCheck(
          "exercises",
          false,
          false,
          "there is no folder " + lessons,
          "No exercise can be started or checked. Start the workbook from a whole checkout.");
    }
    return new EnvironmentCheck(
        "exercises",
        isWritable(lessons),
        false,
        isWritable(lessons) ? lessons.toString() : lessons + " is read-only",
        "Your answers cannot be kept there. Copy the workbook to a folder in which you may write,"
            + " or keep an answer in a file elsewhere and check it with --file.");
  }

  private static EnvironmentCheck progress(Path home) {
    var folder = home.toAbsolutePath().normalize().resolve(".workbook");
    var there = isWritable(Files.exists(folder) ? folder : folder.getParent());
    return new EnvironmentCheck(
        "progress",
        there,
        false,
        there ? folder.toString() : folder + " cannot be written",
        "What you have read, run and solved is forgotten when you leave. Everything else works."
            + " Copy the workbook to a folder in which you may write.");
  }

  /// Asks the system, which knows a disk that is mounted read-only, even for an administrator.
  private static boolean isWritable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }

  private static EnvironmentCheck jshell() {
    var jshell = jshellProgram();
    return new EnvironmentCheck(
        "jshell",
        jshell.isPresent(),
        false,
        jshell.map(Path::toString).orElse("not part of this Java"),
        "Notebooks cannot be presented, nor run by hand. Use a full JDK, not a trimmed runtime.");
  }

  /// The `jshell` of the Java that runs this.
  public static Optional<Path> jshellProgram() {
    var folder = Path.of(System.getProperty("java.home"), "bin");
    return Stream.of("jshell", "jshell.exe")
        .map(folder::resolve)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Whether the book starts as quickly as it could.
  static EnvironmentCheck startUp(AotCache.State state) {
    return new EnvironmentCheck(
        "start-up",
        state == AotCache.State.USED,
        false,
        switch (state) {
          case USED -> "cached";
          case STALE -> "the cache is stale";
          case MISSING -> "no cache";
        },
        switch (state) {
          case USED -> "";
          case STALE ->
              "Commands start slowly: since the start-up cache was made, the book, the JDK or a"
                  + " library has changed. Renew it: mvn -q compile -Pstart-up-cache";
          case MISSING ->
              "Commands start slowly: there is no start-up cache. Make it: mvn -q compile"
                  + " -Pstart-up-cache";
        });
  }

  /// Tries to talk to itself.
  private static EnvironmentCheck loopback() {
    var here = InetAddress.getLoopbackAddress();
    var lost =
        "07 sockets, 08 timeouts, 10 servers, 13 websockets and steps of 09 futures, 11 ipc and 12"
            + " async cannot run: a firewall or a container keeps this machine from talking to"
            + " itself.";
    try (var listening = new ServerSocket(0, 1, here);
        var client = new Socket()) {
      client.connect(listening.getLocalSocketAddress(), PATIENCE_MILLIS);
      return new EnvironmentCheck("loopback", true, false, here.getHostAddress(), lost);
    } catch (IOException forbidden) {
      return new EnvironmentCheck("loopback", false, false, "does not answer", lost);
    }
  }

  private static EnvironmentCheck program(String name, String lost) {
    return found(name, Executables.find(name), lost);
  }

  private static EnvironmentCheck found(String name, Optional<Path> path, String lost) {
    return new EnvironmentCheck(
        name, path.isPresent(), false, path.map(Path::toString).orElse("none on the path"), lost);
  }
}
