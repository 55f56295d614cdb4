package workbook.grade;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import workbook.Exercise;
import workbook.grade.worker.CompiledSubmission;
import workbook.grade.worker.TestOutcome;
import workbook.grade.worker.TestRequest;
import workbook.process.BuildFolder;
import workbook.sandbox.Sandbox;

/// Has graded tests run in JVMs of their own: one, and another after each that a test has spoiled.
final class WorkerPool implements AutoCloseable {
  /// Tests that may hang before the others are left out.
  private static final int PATIENCE = 2;

  private static final int KEY = 32;

  /// Answers that one JVM judges at most: each leaves something in its memory, and none shall be
  /// told that it needs too much of it because of those before.
  private static final int ANSWERS = 48;

  private final SecureRandom random = new SecureRandom();
  private final TestLimits limits;
  private final Use use;
  private final Sandbox sandbox;
  private TestWorker ready;
  private int answers;

  /// What the last answer was for.
  private Exercise judged;

  /// Ends a JVM and starts the next while the learner reads the verdict.
  private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

  /// How often a JVM is used, and when it is started.
  enum Use {
    /// For one answer; it is started while that is compiled.
    ONCE,
    /// For one answer; the next is started before it is needed.
    ONCE_AND_SPARE,
    /// For many answers, as long as none spoils it; it is started when it is needed. For answers
    /// that are known.
    AGAIN
  }

  WorkerPool(TestLimits limits, Use use) {
    this(limits, use, Sandbox.NONE);
  }

  WorkerPool(TestLimits limits, Use use, Sandbox sandbox) {
    this.limits = limits;
    this.use = use;
    this.sandbox = sandbox;
  }

  /// Starts a JVM that shall warm up while others work, unless one is ready or none is wanted so
  /// early. Returns before it is ready.
  void prepare() throws IOException {
    if (use != Use.AGAIN) {
      provide();
    }
  }

  private void provide() throws IOException {
    renewal.join();
    if (ready == null || !ready.isReady() || answers == ANSWERS) {
      end();
      start();
    }
  }

  private void start() throws IOException {
    ready = new TestWorker(sandbox);
    answers = 0;
  }

  private void renew() {
    try {
      end();
      start();
    } catch (IOException notStarted) {
      // The next check tries again, and says why.
    }
  }

  /// Blocks until all tests have ended or were ended.
  ///
  /// @return a mark for each task
  List<TestResult> run(
      Exercise exercise,
      CompiledSubmission submission,
      List<TestPlan.GradedTest> tasks,
      String schedule)
      throws IOException, InterruptedException {
    var results = new HashMap<String, TestWorker.CompletedTest>();
    var left = new ArrayList<>(tasks);
    var explored = explored(tasks);
    if (answers > 0 && submission.ownMachine() && !exercise.equals(judged)) {
      end(); // its tests measure what a server keeps in memory; other exercises leave more there
    }
    judged = exercise;
    while (!left.isEmpty() && stuck(results) < PATIENCE) {
      results.putAll(sit(request(exercise, submission, left, schedule), explored));
      left.removeIf(test -> results.containsKey(test.name()));
    }
    return tasks.stream().map(test -> marked(test, results.get(test.name()))).toList();
  }

  private TestRequest request(
      Exercise exercise,
      CompiledSubmission submission,
      List<TestPlan.GradedTest> tasks,
      String schedule) {
    var key = new byte[KEY];
    random.nextBytes(key);
    var names = tasks.stream().map(TestPlan.GradedTest::name).toList();
    var room = exercise.room() + ".exercise";
    return new TestRequest(key, submission, exercise.test(), room, names, schedule);
  }

  /// Has all tests run in a JVM that makes a cache of it.
  void record(
      BuildFolder folder,
      Exercise exercise,
      CompiledSubmission submission,
      List<TestPlan.GradedTest> tasks)
      throws IOException, InterruptedException {
    try (var jvm = TestWorker.recording(folder)) {
      jvm.run(request(exercise, submission, tasks, ""), explored(tasks), limits);
      jvm.leave();
    }
  }

  private static Set<String> explored(List<TestPlan.GradedTest> tasks) {
    return tasks.stream()
        .filter(TestPlan.GradedTest::explored)
        .map(TestPlan.GradedTest::name)
        .collect(toSet());
  }

  private static long stuck(Map<String, TestWorker.CompletedTest> results) {
    return results.values().stream().filter(TestWorker.CompletedTest::stuck).count();
  }

  private static TestResult marked(TestPlan.GradedTest test, TestWorker.CompletedTest completed) {
    return completed == null
        ? test.marked(new TestOutcome.NotRun("Other tests did not end. Fix those first."), "")
        : test.marked(completed.outcome(), completed.printed());
  }

  private Map<String, TestWorker.CompletedTest> sit(TestRequest request, Set<String> explored)
      throws IOException, InterruptedException {
    provide();
    answers++;
    try {
      return ready.run(request, explored, limits);
    } finally {
      if (use == Use.ONCE_AND_SPARE) {
        renewal = CompletableFuture.runAsync(this::renew);
      } else if (!ready.isReady() || use == Use.ONCE) {
        end();
      }
    }
  }

  @Override
  public void close() {
    renewal.join();
    end();
  }

  private void end() {
    if (ready != null) {
      ready.close();
      ready = null;
    }
  }
}
