package workbook.tui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import workbook.Sentences;

/// Work that a thread of its own does while somebody waits for it.
final class BackgroundTask<T> {
  private final FutureTask<T> work;
  private final Thread worker;
  private volatile boolean stopped;

  private BackgroundTask(Callable<T> work) {
    this.work = new FutureTask<>(work);
    this.worker = Thread.ofPlatform().daemon().name("works for the menu").start(this.work);
  }

  static <T> BackgroundTask<T> start(Callable<T> work) {
    return new BackgroundTask<>(work);
  }

  boolean isOver() {
    return !worker.isAlive();
  }

  /// Asks the work to stop.
  void stop() {
    stopped = true;
    worker.interrupt();
  }

  /// Waits for the end.
  ///
  /// @param ui is told a sentence when the work failed with one
  /// @return what came of it; empty when it was stopped or failed
  Optional<T> outcome(Ui ui) {
    try {
      worker.join();
      var result = work.get();
      return stopped ? Optional.empty() : Optional.of(result);
    } catch (InterruptedException leaving) {
      stop();
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      return failure(failed.getCause(), ui);
    }
  }

  private Optional<T> failure(Throwable why, Ui ui) {
    switch (why) {
      case InterruptedException _ -> {}
      case IOException failure -> ui.tell(Sentences.of(String.valueOf(failure.getMessage())));
      default -> throw new IllegalStateException(why);
    }
    return Optional.empty();
  }
}
