package bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import book.Contents;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import workbook.Exercise;
import workbook.grade.Grader;
import workbook.grade.Verdict;

/// How long a learner waits for a verdict, and whether it is the same on a busy machine. All of it
/// in a copy of the book, so that the learner's own files stay what they are.
final class GradingFigures {
  private static final int WARM = 20;
  private static final int COLD = 10;
  private static final int MAVEN = 3;
  private static final int BUSY = 200;

  /// What a person needs to look at a verdict; until then the next JVM is ready.
  private static final long LOOK_MILLIS = 2_000;

  private final Path home;
  private final Exercise exercise =
      Contents.LESSONS.stream()
          .flatMap(lesson -> lesson.exercises().stream())
          .filter(one -> one.id().equals("tally"))
          .findFirst()
          .orElseThrow();

  private GradingFigures(Path home) {
    this.home = home;
  }

  /// @param part `latency` or `busy`; empty for both
  static void print(String part) throws IOException, InterruptedException {
    var home = Files.createTempDirectory("workbook-bench");
    try {
      copy(Path.of("lessons"), home.resolve("lessons"));
      var figures = new GradingFigures(home);
      if (part.isEmpty() || part.equals("latency")) figures.latency();
      if (part.isEmpty() || part.equals("busy")) figures.busy();
    } finally {
      delete(home);
    }
  }

  private void latency() throws IOException, InterruptedException {
    say("save to verdict, a JVM kept ready: median %.2f s", median(warm()));
    var launcher = launcher();
    var cold = new ArrayList<Double>();
    for (var n = 0; n < COLD; n++) {
      hand(n % 2 == 0 ? exercise.stub() : exercise.solution());
      cold.add(seconds(n % 2 == 0 ? 1 : 0, home, launcher.toString(), "check", exercise.id()));
    }
    say("check %s, the whole command: median %.2f s", exercise.id(), median(cold));
    var maven = new ArrayList<Double>();
    for (var n = 0; n < MAVEN; n++) {
      var test = "-Dtest=" + exercise.name() + "Test";
      maven.add(seconds(1, Path.of(""), "mvn", "-o", "-q", "test", "-Pexercises", test));
    }
    say("mvn -q test -Pexercises, the same exercise: median %.2f s", median(maven));
  }

  /// Checks the stub and the solution by turns.
  private List<Double> warm() throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    try (var grader = Grader.warm(home)) {
      for (var n = 0; n < WARM; n++) {
        var file = hand(n % 2 == 0 ? exercise.stub() : exercise.solution());
        var start = System.nanoTime();
        var verdict = grader.check(exercise, file);
        seconds.add((System.nanoTime() - start) / 1e9);
        if (verdict instanceof Verdict.Marked marked && marked.passed() == (n % 2 == 0)) {
          throw new IllegalStateException("a wrong verdict: " + verdict);
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
    return seconds.subList(1, seconds.size()); // the first one started the JVM
  }

  /// The stub, checked while every core has something else to do.
  private void busy() throws IOException, InterruptedException {
    var hogs = new ArrayList<Process>();
    var verdicts = new HashMap<Verdict, Integer>();
    try (var grader = Grader.cold(home)) {
      for (var core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
        hogs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
      }
      var file = hand(exercise.stub());
      for (var n = 0; n < BUSY; n++) {
        verdicts.merge(grader.check(exercise, file), 1, Integer::sum);
      }
    } finally {
      hogs.forEach(Process::destroyForcibly);
    }
    say("%d checks with every core busy: %d different verdicts", BUSY, verdicts.size());
  }

  /// Puts a class of the book where the learner's file is.
  private Path hand(String type) throws IOException {
    var text = Files.readString(home.resolve("lessons").resolve(type.replace('.', '/') + ".java"));
    var room = type.substring(0, type.lastIndexOf('.'));
    var mine = text.replace("package " + room + ";", "package " + exercise.room() + ".exercise;");
    return Files.writeString(Grader.file(home, exercise), mine);
  }

  /// The launcher beside links to what the build made, so that it takes the copy for its home.
  private Path launcher() throws IOException {
    var built = Path.of(System.getProperty("launcher")).getParent();
    var target = Files.createDirectories(home.resolve("target"));
    for (var name : List.of("classes", "classpath.txt")) {
      Files.createSymbolicLink(target.resolve(name), built.resolve(name));
    }
    return Files.copy(
        built.resolve("workbook"), target.resolve("workbook"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static double seconds(int expected, Path folder, String... command)
      throws IOException, InterruptedException {
    var start = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != expected) {
      throw new IllegalStateException(String.join(" ", command) + " said " + said);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(ROOT, format, values));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException problem)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
