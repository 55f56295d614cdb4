package bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// How much sooner two workers grade the answers in a queue than one, and whether anything is lost
/// when one of them is killed. Each worker has a processor of its own (`taskset`) and grades one
/// answer at a time, as on a machine that has enough of both.
final class WorkerFigures {
  private static final String LAUNCHER = System.getProperty("launcher");
  private static final int ROUNDS = 3;
  private static final Pattern VERDICTS = Pattern.compile("(\\d+) of \\d+ verdicts are there\\.");

  private final String queue;
  private final Path folder;
  private final String answer;
  private int handedIn;

  private WorkerFigures(String queue, Path folder, String answer) {
    this.queue = queue;
    this.folder = folder;
    this.answer = answer;
  }

  /// @param queue as for `--queue`; the verdicts stay in it
  /// @param answers how many are graded in each round, all different
  static void print(String queue, int answers) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("worker-figures-");
    try (var lessons = CopiedLessons.of(Path.of(LAUNCHER))) {
      var solution = Files.readString(lessons.lessons().resolve("_03_races/solution/Tally.java"));
      var answer = solution.replace("package _03_races.solution;", "package _03_races.exercise;");
      var figures = new WorkerFigures(queue, folder, answer);
      for (var round = 0; round < ROUNDS; round++) {
        var one = figures.seconds(answers, 1, false);
        var two = figures.seconds(answers, 2, false);
        say("%d answers: one worker %.1f s, two %.1f s, ratio %.2f", answers, one, two, one / two);
      }
      var rest = figures.seconds(answers, 2, true);
      say("%d answers, two workers, one killed (-9) half-way: %.1f s, all passed", answers, rest);
    } finally {
      CopiedLessons.delete(folder);
    }
  }

  /// Blocks until every answer has passed.
  private double seconds(int answers, int workers, boolean kill)
      throws IOException, InterruptedException {
    var students = folder.resolve("class" + handedIn);
    for (var student = 0; student < answers; student++) {
      var place = Files.createDirectories(students.resolve("s%04d".formatted(student)));
      var own = "// Answer %d in %s\n".formatted(handedIn++, folder);
      Files.writeString(place.resolve("Tally.java"), own + answer);
    }
    var started = new ArrayList<Process>();
    try {
      for (var processor = 0; processor < workers; processor++) {
        started.add(worker(processor));
      }
      return grade(students, answers, kill ? started.getFirst() : null);
    } finally {
      started.forEach(Process::destroy); // what they have begun, another may do
      for (var worker : started) {
        worker.waitFor();
      }
    }
  }

  /// Blocks until it waits for answers.
  private Process worker(int processor) throws IOException {
    var only = "" + processor;
    var process =
        start("taskset", "--cpu-list", only, LAUNCHER, "worker", "--queue=" + queue, "--jobs=1");
    var said = process.inputReader(UTF_8);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Waiting ")) {
        return process;
      }
    }
    throw new IllegalStateException("no worker for " + queue);
  }

  /// @param victim it is killed when half of the verdicts are there; null for nobody
  private double grade(Path students, int answers, Process victim)
      throws IOException, InterruptedException {
    var out = folder.resolve("out" + handedIn);
    var begin = System.nanoTime();
    var handed = students.toString();
    var process =
        start(LAUNCHER, "grade", handed, "--out=" + out, "--exercise=tally", "--queue=" + queue);
    try (var said = process.inputReader(UTF_8)) {
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        var verdicts = VERDICTS.matcher(line);
        var half = verdicts.matches() && 2 * Integer.parseInt(verdicts.group(1)) >= answers;
        if (half && victim != null) {
          victim.destroyForcibly();
        }
      }
    }
    process.waitFor();
    var seconds = (System.nanoTime() - begin) / 1e9;
    var book = Files.readAllLines(out.resolve("gradebook.csv"));
    var passed = book.stream().filter(row -> row.contains(",passed,")).count();
    if (passed != answers) {
      throw new IllegalStateException("%d of %d passed".formatted(passed, answers));
    }
    return seconds;
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(ROOT, format, values));
  }
}
