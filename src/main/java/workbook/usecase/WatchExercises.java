package workbook.usecase;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.grade.Submission;
import workbook.io.FileWatcher;

/// Tells which of some submissions were saved with a new text.
public final class WatchExercises implements AutoCloseable {
  private final Map<Path, Submission> submissions = new LinkedHashMap<>();
  private final FileWatcher watcher;

  /// @param submissions at least one
  public WatchExercises(List<Submission> submissions) {
    submissions.forEach(submission -> this.submissions.put(submission.file(), submission));
    watcher = new FileWatcher(List.copyOf(this.submissions.keySet()));
  }

  /// Blocks until one was saved since it was last told of.
  public Submission awaitSave() throws InterruptedException {
    return submissions.get(watcher.awaitSave());
  }

  /// One that was saved since it was last told of; empty when none was. Returns at once.
  public Optional<Submission> poll() {
    return watcher.poll().map(submissions::get);
  }

  @Override
  public void close() {
    watcher.close();
  }
}
