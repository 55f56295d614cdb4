package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens a named pipe with a limit. The kernel sets none: it waits until a reader and a writer have
/// opened the pipe, and nobody can interrupt that.
final class PipeOpening {
  private PipeOpening() {}

  /// Blocks until the other process has opened its end.
  ///
  /// @param how `READ` or `WRITE`
  static FileChannel open(Path pipe, OpenOption how, ProcessHandle other)
      throws IOException, InterruptedException {
    var opening = new FutureTask<>(() -> FileChannel.open(pipe, how));
    Thread.ofPlatform().daemon().name("opens " + pipe.getFileName()).start(opening);
    try {
      Polling.until("opened its end of the pipe", other, opening::isDone);
    } catch (IOException | InterruptedException givenUp) {
      abandon(pipe, opening);
      throw givenUp;
    }
    return result(opening);
  }

  /// Whoever opens a pipe for both never waits on Linux and macOS, and frees whoever does.
  private static void abandon(Path pipe, FutureTask<FileChannel> opening)
      throws IOException, InterruptedException {
    try (var _ = FileChannel.open(pipe, READ, WRITE)) {
      result(opening).close();
    }
  }

  private static FileChannel result(FutureTask<FileChannel> opening)
      throws IOException, InterruptedException {
    try {
      return opening.get();
    } catch (ExecutionException failed) {
      throw new IOException("The pipe can't be opened: " + failed.getCause(), failed);
    }
  }
}
