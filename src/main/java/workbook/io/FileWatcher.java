package workbook.io;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Tells which of some files were saved with a new text.
///
/// It compares texts, again and again. The operating system's events only make it look sooner: they
/// tell of swap files and drafts, too, some come twice, and some are lost.
public final class FileWatcher implements AutoCloseable {
  /// Milliseconds between two looks when nothing seems to happen, and when a file is being written.
  private static final long GLANCE = 200;

  private static final long STARE = 10;

  /// Nobody writes a class as long as this.
  private static final int ENOUGH_BYTES = 1 << 20;

  private final Map<Path, Debouncer> files = new LinkedHashMap<>();
  private final Optional<WatchService> events;

  /// Begins to watch.
  ///
  /// @param files which need not exist
  public FileWatcher(List<Path> files) {
    files.forEach(file -> this.files.put(file, new Debouncer(read(file))));
    this.events = events(files);
  }

  /// Empty when the system has no more of them to give; looking often must do then.
  private static Optional<WatchService> events(List<Path> files) {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    try {
      var service = files.getFirst().getFileSystem().newWatchService();
      for (var folder : files.stream().map(Path::getParent).distinct().toList()) {
        if (Files.isDirectory(folder)) {
          folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
      }
      return Optional.of(service);
    } catch (IOException | UnsupportedOperationException none) {
      return Optional.empty();
    }
  }

  private static ByteBuffer read(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return ByteBuffer.wrap(bytes.readNBytes(ENOUGH_BYTES));
    } catch (IOException goneOrUnreadable) {
      return Debouncer.NOTHING;
    }
  }

  /// A file with a new text, if there is one now. Does not wait.
  public Optional<Path> poll() {
    for (var file : files.entrySet()) {
      if (file.getValue().sees(read(file.getKey()), System.nanoTime())) {
        return Optional.of(file.getKey());
      }
    }
    return Optional.empty();
  }

  /// Waits until a file has a new text.
  public Path awaitSave() throws InterruptedException {
    var saved = poll();
    while (saved.isEmpty()) {
      pause(files.values().stream().anyMatch(Debouncer::unsettled) ? STARE : GLANCE);
      saved = poll();
    }
    return saved.get();
  }

  private void pause(long millis) throws InterruptedException {
    if (events.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(millis);
      return;
    }
    var key = events.get().poll(millis, TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() {
    try {
      if (events.isPresent()) {
        events.get().close();
      }
    } catch (IOException nothingToClose) {
      // It ends with the process.
    }
  }
}
