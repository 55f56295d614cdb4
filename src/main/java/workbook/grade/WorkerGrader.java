package workbook.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.Exercise;
import workbook.compile.SourceText;
import workbook.explore.Schedule;
import workbook.grade.worker.TestOutcome;
import workbook.process.BuildFolder;
import workbook.sandbox.Sandbox;

/// Grades with JUnit in a JVM of its own, see [TestWorker].
public final class WorkerGrader implements Grader {
  /// Bytes of the largest file that is read; a long answer has a fiftieth of it.
  private static final int LARGEST = 256 << 10;

  private static final String TOO_LARGE = "an answer is much shorter";

  /// What Landlock cannot give.
  private static final TestOutcome NO_MACHINE =
      new TestOutcome.Inconclusive(
          "this exercise is about processes, sockets or files, and only bubblewrap has some of its"
              + " own for it. Install bubblewrap and grade again.");

  private final Path home;
  private final Sandbox sandbox;
  private final WorkerPool workers;
  private final Compiler compiler;

  /// Whether all answers are of one learner, so that the test compiled for one may serve another.
  private final boolean ofOneLearner;

  private final CompiledTests tests = new CompiledTests();

  /// One that runs whatever compiles, so that it shows what its JVM makes of it.
  WorkerGrader(Path home, TestLimits limits, WorkerPool.Use use) {
    this(home, limits, use, Sandbox.NONE, false);
  }

  /// @param strict whether answers are refused that look into the JVM they run in
  WorkerGrader(Path home, TestLimits limits, WorkerPool.Use use, Sandbox sandbox, boolean strict) {
    this(home, limits, use, sandbox, strict, false);
  }

  private WorkerGrader(
      Path home,
      TestLimits limits,
      WorkerPool.Use use,
      Sandbox sandbox,
      boolean strict,
      boolean ofOneLearner) {
    this.home = home;
    this.sandbox = sandbox;
    this.ofOneLearner = ofOneLearner;
    compiler = new Compiler(home, strict);
    workers = new WorkerPool(limits, use, sandbox);
  }

  /// A grader for one check, or for many: that one keeps a JVM ready for the next.
  ///
  /// @param home the folder that holds `lessons/`
  public static WorkerGrader open(Path home, boolean many) {
    var use = many ? WorkerPool.Use.ONCE_AND_SPARE : WorkerPool.Use.ONCE;
    return new WorkerGrader(home, TestLimits.DEFAULT, use, Sandbox.NONE, true, true);
  }

  private static WorkerGrader ofClass(Path home, Sandbox sandbox) {
    var use = WorkerPool.Use.ONCE_AND_SPARE;
    return new WorkerGrader(home, TestLimits.DEFAULT, use, sandbox, true);
  }

  /// Opens such graders.
  public static Grader.Factory factory() {
    return new Factory() {
      @Override
      public Grader open(Path home, boolean many) {
        return WorkerGrader.open(home, many);
      }

      @Override
      public Grader open(Path home, Sandbox sandbox) {
        return ofClass(home, sandbox);
      }

      @Override
      public Sandbox strongest() throws InterruptedException {
        return Sandbox.strongest();
      }
    };
  }

  /// Where the learner's file of an exercise is.
  public static Path file(Path home, Exercise exercise) {
    return home.resolve("lessons")
        .resolve(exercise.room())
        .resolve("exercise")
        .resolve(exercise.name() + ".java");
  }

  @Override
  public GradingResult check(Exercise exercise, Path file)
      throws IOException, InterruptedException {
    return grade(exercise, file, read(exercise, file), "", "");
  }

  @Override
  public GradingResult check(Exercise exercise, Path file, byte[] bytes)
      throws IOException, InterruptedException {
    var source = SourceText.of(file, bytes, LARGEST, TOO_LARGE);
    return grade(exercise, file, source, "", "");
  }

  @Override
  public GradingResult replay(Exercise exercise, Path file, String test, String schedule)
      throws IOException, InterruptedException {
    Schedule.parse(schedule);
    return grade(exercise, file, read(exercise, file), test, schedule);
  }

  private GradingResult grade(
      Exercise exercise, Path file, SourceText source, String only, String schedule)
      throws IOException, InterruptedException {
    if (source.diagnostic().isPresent()) {
      return new GradingResult.Rejected(exercise, List.of(source.diagnostic().get()));
    }
    workers.prepare();
    var test = test(exercise);
    var compiled =
        ofOneLearner
            ? tests.compile(compiler, exercise, source.text(), file, test)
            : compiler.compile(exercise, source.text(), file, test);
    if (!compiled.diagnostics().isEmpty()) {
      return new GradingResult.Rejected(exercise, compiled.diagnostics());
    }
    var submission = compiled.submission();
    var tasks =
        TestPlan.read(submission.classes().get(exercise.test())).tests().stream()
            .filter(one -> only.isEmpty() || only.equals(one.name()))
            .toList();
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException(exercise.name() + " has no graded test " + only + ".");
    }
    if (!schedule.isEmpty() && !tasks.getFirst().explored()) {
      throw new IllegalArgumentException(
          only + " does not explore schedules. Leave out --schedule.");
    }
    var results =
        submission.ownMachine() && sandbox == Sandbox.LANDLOCK
            ? tasks.stream().map(one -> one.marked(NO_MACHINE, "")).toList()
            : workers.run(exercise, submission, tasks, schedule);
    return new GradingResult.Scored(exercise, source.sha256(), results);
  }

  /// Checks a file, and makes the [workbook.process.AotCache] of what the worker JVM needed for it.
  /// Blocks until both are done.
  ///
  /// @param file one that compiles
  /// @throws IOException when no cache could be made
  public void record(BuildFolder folder, Exercise exercise, Path file)
      throws IOException, InterruptedException {
    var text = read(exercise, file).text();
    var submission = compiler.compile(exercise, text, file, test(exercise)).submission();
    var tasks = TestPlan.read(submission.classes().get(exercise.test())).tests();
    workers.record(folder, exercise, submission, tasks);
  }

  private static SourceText read(Exercise exercise, Path file) {
    return SourceText.read(file, exercise.name() + ".java", LARGEST, TOO_LARGE);
  }

  private String test(Exercise exercise) throws IOException {
    var file = home.resolve("lessons").resolve(exercise.test().replace('.', '/') + ".java");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new IOException("The graded test cannot be read: " + file + ".", missing);
    }
  }

  @Override
  public void close() {
    workers.close();
    compiler.close();
  }
}
