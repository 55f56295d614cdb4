package workbook.progress;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import workbook.io.AtomicFile;

/// The file `.workbook/progress`: a header, then a line of text for each event.
///
/// Every change writes a new file, forces it to the disk and moves it over the old one, so a crash
/// at any moment leaves one or the other whole. A lock file keeps two workbooks from losing each
/// other's lines.
final class ProgressStore {
  private static final String HEADER = "workbook progress 1";
  private static final Duration PATIENCE = Duration.ofMinutes(1); // as on a busy machine

  private final Path folder;
  private final Path file;

  /// @param home the folder that holds `.workbook/`
  ProgressStore(Path home) {
    this.folder = home.resolve(".workbook");
    this.file = folder.resolve("progress");
  }

  Path folder() {
    return folder;
  }

  /// What the file holds.
  ///
  /// @param events every whole line, the oldest first
  /// @param damaged whether there is anything else in it
  record Contents(List<ProgressEvent> events, boolean damaged) {}

  /// Reads the file; one that does not exist is empty.
  Contents read() throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException nothingYet) {
      return new Contents(List.of(), false);
    }
    var events = new ArrayList<ProgressEvent>();
    var damaged = !text.startsWith(HEADER + "\n") || !text.endsWith("\n");
    for (var line : text.lines().filter(line -> !line.equals(HEADER)).toList()) {
      var event = ProgressEvent.parse(line);
      event.ifPresent(events::add);
      damaged |= event.isEmpty();
    }
    return new Contents(List.copyOf(events), damaged);
  }

  /// Adds an event at the end. Waits, a minute at most, while another workbook writes. A damaged
  /// file is set aside first, and its whole lines are kept.
  ///
  /// @return where the damaged file is now; empty when it was sound
  Optional<Path> add(ProgressEvent event) throws IOException {
    Files.createDirectories(folder);
    var lockFile = folder.resolve("lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock(channel)) {
      var before = read();
      var aside = before.damaged() ? Optional.of(setAside()) : Optional.<Path>empty();
      var events = new ArrayList<>(before.events());
      events.add(event);
      replace(events);
      return aside;
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    for (var began = System.nanoTime(); ; ) {
      try {
        var lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException anotherThreadOfThisJvm) {
        // It holds the lock for some milliseconds, as another process would.
      }
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IOException(
            "another workbook has been using it for " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private Path setAside() throws IOException {
    var aside = folder.resolve("progress.damaged-" + Instant.now().toEpochMilli());
    return Files.copy(file, aside);
  }

  private void replace(List<ProgressEvent> events) throws IOException {
    var text = new StringBuilder(HEADER).append('\n');
    events.forEach(event -> text.append(event.line()).append('\n'));
    AtomicFile.replace(file, folder.resolve("progress.draft"), text.toString());
  }
}
