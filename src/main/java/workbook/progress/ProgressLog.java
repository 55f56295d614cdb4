package workbook.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import workbook.io.IoErrors;

/// What a learner has done so far. Kept in a [ProgressStore]; when that cannot be written, the
/// events of this session are remembered until it ends, and the person is told once.
public final class ProgressLog {
  private final ProgressStore store;
  private final Consumer<String> tell;
  private final List<ProgressEvent> unwritten = new ArrayList<>();
  private boolean told;

  /// @param home the folder that holds `.workbook/`
  /// @param tell takes a sentence about a log that cannot be kept as it should
  public ProgressLog(Path home, Consumer<String> tell) {
    this.store = new ProgressStore(home);
    this.tell = tell;
  }

  /// Everything done so far, the oldest first.
  public synchronized List<ProgressEvent> events() {
    var all = new ArrayList<ProgressEvent>();
    try {
      all.addAll(store.read().events());
    } catch (IOException unreadable) {
      tellOnce(unreadable);
    }
    all.addAll(unwritten);
    return List.copyOf(all);
  }

  /// Adds something done now.
  public void add(ProgressEvent.Kind kind, String name) {
    add(ProgressEvent.now(kind, name));
  }

  /// Adds that an exercise was checked now.
  public void addCheck(String name, Points points) {
    add(ProgressEvent.now(name, points));
  }

  /// Adds what came of a prediction made now.
  public void addPrediction(String name, Prediction prediction) {
    add(ProgressEvent.now(ProgressEvent.Kind.PREDICTED, name, prediction));
  }

  /// Adds what came of a question that was asked again now.
  public void addReview(String name, Prediction prediction) {
    add(ProgressEvent.now(ProgressEvent.Kind.REVIEWED, name, prediction));
  }

  private synchronized void add(ProgressEvent event) {
    try {
      write(event).ifPresent(this::tellOfDamage);
    } catch (IOException unwritable) {
      unwritten.add(event);
      tellOnce(unwritable);
    }
  }

  /// Writes on a thread that nobody interrupts: an interruption would close the file under the pen.
  /// Blocks until it is written; whoever is interrupted meanwhile stays so.
  private Optional<Path> write(ProgressEvent event) throws IOException {
    var writing = new FutureTask<>(() -> store.add(event));
    Thread.ofPlatform().name("progress log").start(writing);
    var interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return writing.get();
        } catch (InterruptedException whenItIsWritten) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// How many days in a row, up to today or yesterday, something was done.
  ///
  /// @param zone whose midnights part the days
  public static int streak(List<ProgressEvent> events, LocalDate today, ZoneId zone) {
    var days =
        events.stream()
            .map(event -> event.at().atZone(zone).toLocalDate())
            .collect(Collectors.toSet());
    var day = days.contains(today) ? today : today.minusDays(1);
    var streak = 0;
    while (days.contains(day)) {
      streak++;
      day = day.minusDays(1);
    }
    return streak;
  }

  private void tellOfDamage(Path aside) {
    tell.accept(
        "Your progress file was damaged. What could be read was kept; the damaged file is now "
            + aside
            + ".");
  }

  private void tellOnce(IOException failure) {
    if (!told) {
      told = true;
      tell.accept(
          "Your progress will be lost when you leave, because %s cannot be used: %s."
              .formatted(store.folder(), IoErrors.of(failure)));
    }
  }
}
