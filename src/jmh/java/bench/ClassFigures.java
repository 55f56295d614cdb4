package bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How fast a class is graded, whether it comes out the same twice and after `kill -9`, whether a
/// hostile answer passes, and how much memory the workbook itself takes.
final class ClassFigures {
  private static final String LAUNCHER = System.getProperty("launcher");
  private static final String GRADE_BOOK = "gradebook.csv";

  /// Answers that differ where memory is measured: the others are taken from the cache, which takes
  /// less time, and no less memory, because nothing that was graded is kept.
  private static final int DIFFERENT = 30;

  private final Path folder;
  private final SyntheticClass students;

  private ClassFigures(Path folder, SyntheticClass students) {
    this.folder = folder;
    this.students = students;
  }

  /// How one command went.
  ///
  /// @param peak the most memory that its own JVM had, in MB; 0 where the system does not tell
  private record Graded(int code, double seconds, long peak, List<String> said) {}

  /// @param submissions of the class that is graded
  /// @param many of the class for which only the memory is measured
  static void print(int submissions, int many) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("class-figures-");
    try (var lessons = CopiedLessons.of(Path.of(LAUNCHER))) {
      var figures = new ClassFigures(folder, SyntheticClass.of(lessons.lessons()));
      figures.speed(submissions);
      figures.memory(DIFFERENT);
      figures.memory(many);
    } finally {
      CopiedLessons.delete(folder);
    }
  }

  private void speed(int submissions) throws IOException, InterruptedException {
    var handedIn = folder.resolve("class");
    students.handIn(handedIn, submissions, submissions);
    var whole = folder.resolve("whole");
    var first = grade(handedIn, whole, Integer.MAX_VALUE);
    first.said().stream().filter(line -> line.startsWith("Sandbox: ")).forEach(System.out::println);
    say(
        "%d submissions: %.0f s, %.2f a second, peak of the parent %d MB",
        submissions, first.seconds(), submissions / first.seconds(), first.peak());
    count(whole.resolve(GRADE_BOOK));
    var before = Files.readAllBytes(whole.resolve(GRADE_BOOK));
    var second = grade(handedIn, whole, Integer.MAX_VALUE);
    var again = Files.readAllBytes(whole.resolve(GRADE_BOOK));
    say("the same once more: %.1f s, %s", second.seconds(), same(before, again));
    var killed = folder.resolve("killed");
    grade(handedIn, killed, submissions / 2);
    var begun = Files.exists(killed.resolve(GRADE_BOOK));
    var rest = grade(handedIn, killed, Integer.MAX_VALUE);
    say(
        "killed (-9) after half of it, %s; then the rest: %.0f s, %s",
        begun ? "which left a grade book" : "which left no grade book",
        rest.seconds(),
        same(before, Files.readAllBytes(killed.resolve(GRADE_BOOK))));
  }

  private static String same(byte[] one, byte[] other) {
    return Arrays.equals(one, other) ? "the same grade book" : "ANOTHER GRADE BOOK";
  }

  private void memory(int submissions) throws IOException, InterruptedException {
    var handedIn = folder.resolve("class" + submissions);
    students.handIn(handedIn, submissions, DIFFERENT);
    var graded = grade(handedIn, folder.resolve("out" + submissions), Integer.MAX_VALUE);
    say(
        "%d submissions, %d of them different: peak of the parent %d MB, %.0f s",
        submissions, Math.min(submissions, DIFFERENT), graded.peak(), graded.seconds());
  }

  /// Compares the verdicts with those that the students deserve.
  private static void count(Path gradeBook) throws IOException {
    var unfair = new ArrayList<String>();
    var hostile = 0;
    var passes = 0;
    for (var line : Files.readAllLines(gradeBook).stream().skip(1).toList()) {
      var cells = line.split(",");
      var kind = SyntheticClass.kind(cells[0]);
      if (!kind.deserves(cells[5])) {
        unfair.add(cells[0] + " (" + kind + "): " + cells[5]);
      }
      if (kind == SyntheticClass.Kind.HOSTILE) {
        hostile++;
        passes += cells[5].equals("passed") ? 1 : 0;
      }
    }
    say("hostile passes: %d of %d; verdicts nobody deserves: %s", passes, hostile, unfair);
  }

  /// @param lines after so many, it is killed
  private static Graded grade(Path handedIn, Path out, int lines)
      throws IOException, InterruptedException {
    var start = System.nanoTime();
    var process =
        new ProcessBuilder(
                LAUNCHER, "grade", handedIn.toString(), "--out=" + out, "--exercise=tally")
            .redirectErrorStream(true)
            .start();
    var said = new ArrayList<String>();
    var peak = 0L;
    try (var reader = process.inputReader(UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        peak = Math.max(peak, peak(process));
        if (said.stream().filter(one -> one.matches("\\d+/\\d+ .*")).count() >= lines) {
          process.destroyForcibly();
          break;
        }
      }
    }
    var code = process.waitFor();
    if (code != 0 && lines == Integer.MAX_VALUE) {
      throw new IllegalStateException("grade said " + String.join("\n", said));
    }
    return new Graded(code, (System.nanoTime() - start) / 1e9, peak, said);
  }

  private static long peak(Process process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(ROOT, format, values));
  }
}
