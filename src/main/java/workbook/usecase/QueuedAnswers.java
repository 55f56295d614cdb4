package workbook.usecase;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import workbook.course.ClassWork;
import workbook.json.GradingJson;
import workbook.queue.GradingJob;
import workbook.queue.JobQueue;

/// The answers of a class on their way through a queue.
final class QueuedAnswers {
  /// Seconds without a verdict after which a person is asked to look.
  private static final int SILENCE = 60;

  private final VerdictCache cache;
  private final Map<String, Book.ExerciseRef> exercises;
  private final JobQueue queue;
  private final Consumer<String> told;

  /// Those without a verdict, by key.
  private final Map<String, GradingJob> left = new LinkedHashMap<>();

  /// @param exercises by the class to write
  QueuedAnswers(
      VerdictCache cache,
      Map<String, Book.ExerciseRef> exercises,
      JobQueue queue,
      Consumer<String> told) {
    this.cache = cache;
    this.exercises = exercises;
    this.queue = queue;
    this.told = told;
  }

  /// Puts those that are not known, and blocks until each has a verdict.
  void await(ClassWork work) throws IOException, InterruptedException {
    for (var task : work.tasks()) {
      if (task.file().isPresent()) {
        var bytes = task.file().get().bytes();
        var key = cache.key(exercises.get(task.type()).exercise(), bytes);
        if (cache.read(key).isEmpty()) {
          left.putIfAbsent(key, new GradingJob(key, task.type(), bytes));
        }
      }
    }
    var all = left.size();
    take();
    put();
    told.accept("The queue %s has %,d answers for workers.".formatted(queue.shown(), left.size()));
    var silent = 0;
    while (!left.isEmpty()) {
      TimeUnit.SECONDS.sleep(1);
      silent = take() ? 0 : silent + 1;
      if (silent == 0) {
        told.accept("%,d of %,d verdicts are there.".formatted(all - left.size(), all));
      } else if (silent % SILENCE == 0) {
        told.accept(
            "No verdict has come for %d s. Is a worker running? Start one: worker --queue=PLACE"
                .formatted(silent));
        put(); // somebody may have emptied the queue
      }
    }
  }

  /// What is there already is left as it is.
  private void put() throws IOException {
    for (var job : left.values()) {
      queue.put(job);
    }
  }

  /// Takes the verdicts that are there.
  ///
  /// @return whether there was one
  private boolean take() throws IOException {
    var verdicts = queue.verdicts(left.keySet());
    for (var verdict : verdicts.entrySet()) {
      var exercise = exercises.get(left.get(verdict.getKey()).exercise()).exercise();
      if (GradingJson.mark(verdict.getValue(), exercise).counts()) {
        cache.write(verdict.getKey(), verdict.getValue());
      } else {
        cache.keep(verdict.getKey(), verdict.getValue());
      }
    }
    return left.keySet().removeAll(verdicts.keySet());
  }
}
