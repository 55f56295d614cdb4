package _09_futures;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A thread that ticks needs a page from a slow site. Who waits for it?
public abstract sealed class BlockingElsewhere {
  abstract CompletableFuture<Integer> load(URI page, Executor pool);

  /// Blocks until the whole page is there, and returns how many bytes it has.
  static int download(URI page) {
    try {
      var connection = page.toURL().openConnection();
      connection.setConnectTimeout(30_000);
      connection.setReadTimeout(30_000);
      try (var in = connection.getInputStream()) {
        return in.readAllBytes().length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One thread ticks every 20 ms, and in between it loads the page and hands on its length.
  public final int tickAndLoad(URI page, Runnable tick)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(1);
        var ticking = Executors.newSingleThreadScheduledExecutor()) {
      var ticks = ticking.scheduleAtFixedRate(tick, 0, 20, MILLISECONDS);
      var length = CompletableFuture.supplyAsync(() -> load(page, pool), ticking);
      var bytes = length.thenCompose(loading -> loading).get(); // a read has its limit
      ticks.cancel(false);
      return bytes;
    }
  }

  public static final class Here extends BlockingElsewhere {
    @Override
    CompletableFuture<Integer> load(URI page, Executor pool) {
      return completedFuture(download(page));
    }
  }

  public static final class Elsewhere extends BlockingElsewhere {
    @Override
    CompletableFuture<Integer> load(URI page, Executor pool) {
      return supplyAsync(() -> download(page), pool);
    }
  }
}
