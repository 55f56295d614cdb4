package workbook.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import workbook.grade.Grader;
import workbook.grade.Submission;
import workbook.json.GradingJson;
import workbook.queue.GradingJob;
import workbook.queue.JobHandler;
import workbook.queue.JobQueue;
import workbook.sandbox.Sandbox;

/// Grades what others have put into a queue, several answers at a time.
public final class WorkForQueue implements AutoCloseable {
  private static final String NOT_MINE =
      "An answer to %s was left to other workers: it is for another version of the workbook, of the"
          + " exercise or of Java than this one.";

  private final List<Book.ExerciseRef> exercises;
  private final VerdictCache keys;
  private final BlockingQueue<Grader> idle;
  private final Consumer<String> told;

  /// @param home the folder that holds `lessons/`
  /// @param sandbox what the answers run in
  /// @param jobs how many at a time
  /// @param told takes a sentence for each thing that a person should know
  public WorkForQueue(
      Path home,
      Grader.Factory graders,
      Sandbox sandbox,
      List<Book.ExerciseRef> exercises,
      int jobs,
      Consumer<String> told)
      throws IOException {
    this.exercises = List.copyOf(exercises);
    this.keys = new VerdictCache(home, home);
    this.idle = new ArrayBlockingQueue<>(jobs);
    this.told = told;
    for (var job = 0; job < jobs; job++) {
      idle.add(graders.open(home, sandbox));
    }
  }

  /// Grades until this thread is interrupted.
  public void work(JobQueue queue) throws InterruptedException {
    queue.work(idle.size(), this::verdict, told);
  }

  private String verdict(GradingJob job)
      throws IOException, JobHandler.NotMineException, InterruptedException {
    var ref =
        exercises.stream().filter(one -> one.exercise().name().equals(job.exercise())).findFirst();
    if (ref.isEmpty() || !keys.key(ref.get().exercise(), job.answer()).equals(job.key())) {
      throw new JobHandler.NotMineException(NOT_MINE.formatted(job.exercise()));
    }
    var grader = idle.take();
    try {
      var exercise = ref.get().exercise();
      var name = Path.of(exercise.name() + ".java");
      var result = grader.check(exercise, name, job.answer());
      var json = GradingJson.write(result, new Submission(exercise, ref.get().name(), name, false));
      var mark = GradingJson.mark(json, exercise);
      told.accept("%s  %s".formatted(ref.get().name(), mark.verdict()));
      return json;
    } finally {
      idle.add(grader);
    }
  }

  @Override
  public void close() {
    idle.forEach(Grader::close);
  }
}
