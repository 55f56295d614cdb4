package bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import book.Contents;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import workbook.Exercise;
import workbook.grade.GradingResult;
import workbook.grade.Impatient;
import workbook.grade.WorkerGrader;

/// How long a learner waits for a verdict, and whether it is the same on a busy machine. All of it
/// on a copy of the lessons, so that the learner's own files stay what they are. The copy is where
/// the launcher looks for it: beside the folder it was built to.
final class GradingFigures {
  private static final int WARM = 20;
  private static final int COLD = 10;
  private static final int MAVEN = 3;

  /// Checks of each exercise, cold and warm.
  private static final int EACH = 3;

  /// What the answer that never ends computes first: a sum inside the JDK, whose steps the explorer
  /// does not count.
  private static final String ENDLESS =
      "total = java.util.stream.IntStream.generate(() -> 0).sum();";

  /// What a person needs to look at a verdict; until then the next JVM is ready.
  private static final long LOOK_MILLIS = 2_000;

  private static final String LAUNCHER = System.getProperty("launcher");

  private final Path home;
  private final Exercise exercise;

  private GradingFigures(Path home, Exercise exercise) {
    this.home = home;
    this.exercise = exercise;
  }

  private static List<Exercise> exercises() {
    return Contents.LESSONS.stream().flatMap(lesson -> lesson.exercises().stream()).toList();
  }

  /// @param part `latency` or `busy`, of the first exercise, or `each` for the latency of every
  ///   exercise; empty for all
  /// @param times how often each answer is checked on the busy machine
  static void print(String part, int times) throws IOException, InterruptedException {
    try (var lessons = CopiedLessons.of(Path.of(LAUNCHER))) {
      var exercises = exercises();
      var tally = exercises.stream().filter(one -> one.id().equals("tally")).findFirst();
      var figures = new GradingFigures(lessons.home(), tally.orElseThrow());
      if (part.isEmpty() || part.equals("latency")) {
        figures.latency();
      }
      if (part.isEmpty() || part.equals("busy")) {
        figures.busy(times);
      }
      if (part.isEmpty() || part.equals("each")) {
        for (var exercise : exercises) {
          new GradingFigures(lessons.home(), exercise).solutionLatency();
        }
      }
    }
  }

  private void latency() throws IOException, InterruptedException {
    var save = median(saves(WARM, List.of(exercise.stub(), exercise.solution())));
    var cold = new ArrayList<Double>();
    var maven = new ArrayList<Double>();
    for (var n = 0; n < COLD; n++) {
      hand(n % 2 == 0 ? exercise.stub() : exercise.solution());
      cold.add(seconds(1 - n % 2, home, LAUNCHER, "check", exercise.id()));
      if (n < MAVEN) {
        var test = "-Dtest=" + exercise.name() + "Test";
        maven.add(seconds(1, Path.of(""), "mvn", "-o", "-q", "test", "-Pexercises", test));
      }
    }
    say("watch %s, from save to verdict: median %.2f s", exercise.id(), save);
    say("check %s, the whole command: median %.2f s", exercise.id(), median(cold));
    say("mvn -q test -Pexercises, the same exercise: median %.2f s", median(maven));
    say("Maven takes %.1f times as long as check", median(maven) / median(cold));
  }

  private void solutionLatency() throws IOException, InterruptedException {
    var warm = saves(EACH, List.of(exercise.solution()));
    var cold = new ArrayList<Double>();
    for (var n = 0; n < EACH; n++) {
      hand(exercise.solution());
      cold.add(seconds(0, home, LAUNCHER, "check", exercise.id()));
    }
    say("| %s | %s | %s |", exercise.id(), spread(warm), spread(cold));
  }

  /// Saves these classes by turns, as an editor does, and reads what `watch` prints of each.
  private List<Double> saves(int times, List<String> types)
      throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    hand(exercise.solution());
    var watch =
        new ProcessBuilder(LAUNCHER, "watch", exercise.id()).redirectErrorStream(true).start();
    try (var out = watch.inputReader(UTF_8)) {
      awaitVerdict(out, true);
      for (var n = 0; n < times; n++) {
        Thread.sleep(LOOK_MILLIS);
        var type = types.get(n % types.size());
        var start = System.nanoTime();
        hand(type, "\n".repeat(n + 1)); // a change, be it the same class
        awaitVerdict(out, type.equals(exercise.solution()));
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    } finally {
      watch.descendants().forEach(ProcessHandle::destroy);
      watch.destroy();
      watch.waitFor();
    }
    return seconds;
  }

  private static void awaitVerdict(BufferedReader out, boolean passes) throws IOException {
    var said = new StringBuilder();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Checked at ")) {
        if (said.indexOf("Every test passes.") >= 0 != passes) {
          break;
        }
        return;
      }
    }
    throw new IllegalStateException("watch said " + said);
  }

  /// An answer that fails, one that passes and one that never ends, each checked again and again
  /// while every core has something else to do.
  private void busy(int times) throws IOException, InterruptedException {
    var hogs = new ArrayList<Process>();
    try {
      for (var core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
        hogs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
      }
      try (var grader = WorkerGrader.open(home, false)) {
        busy("fails with an interleaving", times, grader, hand(exercise.stub()));
        busy("passes", times, grader, hand(exercise.solution()));
      }
      try (var grader = Impatient.grader(home)) {
        var file = hand(exercise.solution());
        Files.writeString(file, Files.readString(file).replaceFirst("total;", ENDLESS));
        busy("never ends", times, grader, file);
      }
    } finally {
      hogs.forEach(Process::destroyForcibly);
    }
  }

  private void busy(String what, int times, WorkerGrader grader, Path file)
      throws IOException, InterruptedException {
    var verdicts = new HashMap<GradingResult, Integer>();
    var start = System.nanoTime();
    for (var n = 0; n < times; n++) {
      verdicts.merge(grader.check(exercise, file), 1, Integer::sum);
    }
    var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    say(
        "%s: %d checks with every core busy, %.1f s each, load %.0f: %d verdict%s, %s",
        what,
        times,
        (System.nanoTime() - start) / 1e9 / times,
        load,
        verdicts.size(),
        verdicts.size() == 1 ? "" : "s",
        verdicts.keySet().stream().map(GradingFigures::gist).toList());
  }

  private static String gist(GradingResult result) {
    return switch (result) {
      case GradingResult.Rejected rejected -> "refused: " + rejected.diagnostics();
      case GradingResult.Scored scored ->
          scored.points()
              + " points, "
              + scored.results().stream()
                  .map(each -> each.outcome().getClass().getSimpleName())
                  .toList();
    };
  }

  /// Puts a class of the book where the learner's file is.
  private Path hand(String type) throws IOException {
    return hand(type, "");
  }

  private Path hand(String type, String more) throws IOException {
    var text = Files.readString(home.resolve("lessons").resolve(type.replace('.', '/') + ".java"));
    var room = type.substring(0, type.lastIndexOf('.'));
    var mine = text.replace("package " + room + ";", "package " + exercise.room() + ".exercise;");
    return Files.writeString(WorkerGrader.file(home, exercise), mine + more);
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

  private static String spread(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return "%.2f s | %.2f to %.2f s".formatted(median(values), sorted.getFirst(), sorted.getLast());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(ROOT, format, values));
  }
}
