package workbook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import workbook.grade.Verdict;

/// What a learner has done so far. Kept in a [DiaryFile]; when that cannot be written, the deeds of
/// this session are remembered until it ends, and the person is told once.
final class Diary {
  private final DiaryFile file;
  private final Consumer<String> tell;
  private final List<Deed> unwritten = new ArrayList<>();
  private boolean told;

  /// @param home the folder that holds `.workbook/`
  /// @param tell takes a sentence about a diary that cannot be kept as it should
  Diary(Path home, Consumer<String> tell) {
    this.file = new DiaryFile(home);
    this.tell = tell;
  }

  /// Everything done so far, the oldest first.
  synchronized List<Deed> deeds() {
    var all = new ArrayList<Deed>();
    try {
      all.addAll(file.read().deeds());
    } catch (IOException unreadable) {
      tellOnce(unreadable);
    }
    all.addAll(unwritten);
    return List.copyOf(all);
  }

  /// Adds something done now.
  void add(Deed.Kind kind, String name) {
    add(new Deed(Instant.now(), kind, name));
  }

  /// Adds what a check gives in points now; nothing when no test was run.
  void note(Book.Task task, Verdict verdict) {
    if (verdict instanceof Verdict.Marked marked) {
      addCheck(task.name(), new Points(marked.points(), marked.of()));
    }
  }

  /// Adds that an exercise was checked now.
  void addCheck(String name, Points points) {
    add(new Deed(Instant.now(), Deed.Kind.CHECKED, name, Optional.of(points)));
  }

  private synchronized void add(Deed deed) {
    try {
      write(deed).ifPresent(this::tellOfDamage);
    } catch (IOException unwritable) {
      unwritten.add(deed);
      tellOnce(unwritable);
    }
  }

  /// Writes on a thread that nobody interrupts: an interruption would close the file under the pen.
  /// Blocks until it is written; whoever is interrupted meanwhile stays so.
  private Optional<Path> write(Deed deed) throws IOException {
    var writing = new FutureTask<>(() -> file.add(deed));
    Thread.ofPlatform().name("diary").start(writing);
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
  static int streak(List<Deed> deeds, LocalDate today, ZoneId zone) {
    var days =
        deeds.stream()
            .map(deed -> deed.at().atZone(zone).toLocalDate())
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
        "Your progress file was damaged. What is whole was kept; the damaged one is "
            + aside
            + ".");
  }

  private void tellOnce(IOException failure) {
    if (!told) {
      told = true;
      tell.accept(
          "Your progress is remembered only until you leave, because %s cannot be used: %s."
              .formatted(file.folder(), Reason.of(failure)));
    }
  }
}
