package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import workbook.Exercise;
import workbook.course.ClassWork;
import workbook.course.GradeBook;
import workbook.course.HandedInFile;
import workbook.course.Mark;
import workbook.grade.Grader;
import workbook.grade.Submission;
import workbook.json.GradingJson;
import workbook.queue.JobQueue;
import workbook.sandbox.Sandbox;

/// Grades what a class handed in, several answers at a time, and keeps every verdict by the content
/// of the answer: the same answer is graded once, and so is each after an interruption.
public final class GradeClass {
  private static final String GRADE_BOOK = "gradebook.csv";

  private final Path home;
  private final Grader.Factory graders;
  private final Sandbox sandbox;
  private final Map<String, Book.ExerciseRef> exercises = new HashMap<>();
  private final Path out;
  private final ResultFolder results;
  private final VerdictCache cache;

  /// @param home the folder that holds `lessons/`
  /// @param sandbox what the answers run in
  /// @param out the folder for what comes of it; it is made when it is missing
  /// @throws IOException when it cannot be made
  public GradeClass(
      Path home,
      Grader.Factory graders,
      Sandbox sandbox,
      List<Book.ExerciseRef> exercises,
      Path out)
      throws IOException {
    this.home = home;
    this.graders = graders;
    this.sandbox = sandbox;
    this.out = out;
    this.results = new ResultFolder(out);
    exercises.forEach(one -> this.exercises.put(one.exercise().name(), one));
    Files.createDirectories(out);
    this.cache = new VerdictCache(Files.createDirectories(out.resolve("cache")), home);
  }

  /// Has workers grade what is not known yet, and blocks until they have. Then [#grade] finds all
  /// of it in the cache.
  ///
  /// @param told takes a sentence for each thing that a person should know
  /// @throws IOException with one plain sentence when the queue cannot be reached; what has come
  ///   from it by then is kept
  public void await(ClassWork work, JobQueue queue, Consumer<String> told)
      throws IOException, InterruptedException {
    new QueuedAnswers(cache, exercises, queue, told).await(work);
  }

  /// Grades it all. Blocks until that is done.
  ///
  /// @param jobs how many at a time
  /// @param told takes each line of the grade book as soon as it is there, one after the other
  /// @return the grade book's lines in its order
  /// @throws IOException with one plain sentence when the workbook itself cannot grade, or the disk
  ///   is full; what is graded by then need not be graded again
  public List<GradeBook.Line> grade(ClassWork work, int jobs, Consumer<GradeBook.Line> told)
      throws IOException, InterruptedException {
    var marks = new HashMap<ClassWork.Task, Mark>();
    var queue = new ConcurrentLinkedQueue<>(work.tasks());
    try (var threads = Executors.newFixedThreadPool(jobs)) {
      var done = new ExecutorCompletionService<Void>(threads);
      try {
        for (var job = 0; job < jobs; job++) {
          done.submit(
              () -> {
                gradeAll(
                    queue,
                    (task, mark) -> {
                      synchronized (marks) {
                        marks.put(task, mark);
                        told.accept(line(task, mark));
                      }
                    });
                return null;
              });
        }
        for (var job = 0; job < jobs; job++) {
          done.take().get();
        }
      } catch (ExecutionException failed) {
        throw ioException(failed.getCause());
      } finally {
        queue.clear();
        threads.shutdownNow();
      }
    }
    var lines = work.tasks().stream().map(task -> line(task, marks.get(task))).toList();
    results.write(out.resolve(GRADE_BOOK), GradeBook.csv(lines));
    return lines;
  }

  /// Takes what a task comes to.
  private interface Marks {
    void put(ClassWork.Task task, Mark mark);
  }

  private static IOException ioException(Throwable cause) throws InterruptedException {
    return switch (cause) {
      case IOException failure -> failure;
      case UncheckedIOException failure -> failure.getCause();
      case InterruptedException stopped -> throw stopped;
      case RuntimeException bug -> throw bug;
      case Error bug -> throw bug;
      default -> new IOException(cause);
    };
  }

  private GradeBook.Line line(ClassWork.Task task, Mark mark) {
    return new GradeBook.Line(task, exercises.get(task.type()).name(), mark);
  }

  private void gradeAll(ConcurrentLinkedQueue<ClassWork.Task> queue, Marks marks)
      throws IOException, InterruptedException {
    try (var grader = graders.open(home, sandbox)) {
      for (var task = queue.poll(); task != null; task = queue.poll()) {
        if (task.file().isEmpty()) {
          marks.put(task, new Mark(Mark.MISSING, 0, Exercise.POINTS, "", task.why()));
          continue;
        }
        var ref = exercises.get(task.type());
        var json = json(ref, task.file().get(), grader);
        results.write(results.verdict(task.student(), ref.exercise()), json);
        marks.put(task, GradingJson.mark(json, ref.exercise()));
      }
    }
  }

  private String json(Book.ExerciseRef ref, HandedInFile file, Grader grader)
      throws IOException, InterruptedException {
    var key = cache.key(ref.exercise(), file.bytes());
    var known = cache.read(key);
    if (known.isPresent()) {
      return GradingJson.renamed(known.get(), file.path());
    }
    var name = Path.of(ref.exercise().name() + ".java");
    var result = grader.check(ref.exercise(), name, file.bytes());
    var json = GradingJson.write(result, new Submission(ref.exercise(), ref.name(), name, false));
    if (GradingJson.mark(json, ref.exercise()).counts()) {
      cache.write(key, json);
    }
    return GradingJson.renamed(json, file.path());
  }
}
