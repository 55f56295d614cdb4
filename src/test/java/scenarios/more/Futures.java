package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Futures: who completes them, who hears of a failure, who asks too early.
final class Futures {
  private Futures() {}

  static Program neverRunBad() {
    var task = new FutureTask<>(() -> 5);
    return Program.of(() -> expectEquals(5, task.get()));
  }

  static Program neverRunGood() {
    var task = new FutureTask<>(() -> 5);
    return Program.of(task::run, () -> expectEquals(5, task.get()));
  }

  /// A cache of futures: two may put one in, but only one should compute.
  private static Program memo(boolean atomic) {
    var cached = new AtomicReference<FutureTask<Integer>>();
    var computed = new AtomicInteger();
    Program.Body asks =
        () -> {
          var mine = new FutureTask<>(computed::incrementAndGet);
          if (atomic ? cached.compareAndSet(null, mine) : cached.get() == null) {
            cached.set(mine);
            mine.run();
          }
          expectEquals(1, cached.get().get());
        };
    return Program.of(asks, asks).then(() -> expectEquals(1, computed.get()));
  }

  static Program memoBad() {
    return memo(false);
  }

  static Program memoGood() {
    return memo(true);
  }

  static Program cancelBad() {
    var task = new FutureTask<>(() -> 5);
    return Program.of(task::run, () -> task.cancel(true), () -> expectEquals(5, task.get()));
  }

  static Program cancelGood() {
    var task = new FutureTask<>(() -> 5);
    return Program.of(
        task::run,
        () -> {
          if (task.cancel(true)) {
            expect(task.isCancelled(), "cancelled");
          } else {
            expectEquals(5, task.get());
          }
        });
  }

  /// Two complete the same future; the second answer is lost.
  static Program completeTwiceBad() {
    var answer = new CompletableFuture<Integer>();
    return Program.of(() -> answer.complete(1), () -> answer.complete(2))
        .then(() -> expectEquals(1, answer.join()));
  }

  static Program completeTwiceGood() {
    var answer = new CompletableFuture<Integer>();
    var won = new AtomicInteger();
    return Program.of(
            () -> {
              if (answer.complete(1)) {
                won.set(1);
              }
            },
            () -> {
              if (answer.complete(2)) {
                won.set(2);
              }
            })
        .then(() -> expectEquals(won.get(), answer.join()));
  }

  private static int halve(int number) {
    if (number % 2 == 1) {
      throw new IllegalArgumentException("odd");
    }
    return number / 2;
  }

  /// The failure of the first stage is nobody's.
  static Program swallowedBad() {
    var done = new CompletableFuture<Integer>();
    return Program.of(
        () -> CompletableFuture.supplyAsync(() -> halve(3)).thenAccept(done::complete), done::join);
  }

  static Program swallowedGood() {
    var done = new CompletableFuture<Integer>();
    return Program.of(
        () ->
            CompletableFuture.supplyAsync(() -> halve(3))
                .exceptionally(thrown -> -1)
                .thenAccept(done::complete),
        () -> expectEquals(-1, done.join()));
  }

  /// `thenApply` with a future inside: the inner one is not waited for.
  static Program composeBad() {
    var sum = new AtomicInteger();
    return Program.of(
        () -> {
          CompletableFuture.supplyAsync(() -> 2)
              .thenApply(two -> CompletableFuture.runAsync(() -> sum.addAndGet(two)))
              .join();
          expectEquals(2, sum.get());
        });
  }

  static Program composeGood() {
    var sum = new AtomicInteger();
    return Program.of(
        () -> {
          CompletableFuture.supplyAsync(() -> 2)
              .thenCompose(two -> CompletableFuture.runAsync(() -> sum.addAndGet(two)))
              .join();
          expectEquals(2, sum.get());
        });
  }

  static Program timeoutBad() {
    var answer = new CompletableFuture<Integer>();
    return Program.of(
        () -> answer.complete(1),
        () -> expectEquals(1, answer.orTimeout(1, TimeUnit.SECONDS).join()));
  }

  static Program timeoutGood() {
    var answer = new CompletableFuture<Integer>();
    return Program.of(
        () -> answer.complete(1),
        () -> {
          try {
            expectEquals(1, answer.orTimeout(1, TimeUnit.SECONDS).join());
          } catch (CompletionException late) {
            expect(late.getCause() instanceof TimeoutException, "too late");
          }
        });
  }

  static Program onTimeoutBad() {
    var answer = new CompletableFuture<Integer>();
    return Program.of(
        () -> answer.complete(1),
        () -> expectEquals(1, answer.completeOnTimeout(0, 1, TimeUnit.SECONDS).join()));
  }

  static Program onTimeoutGood() {
    var answer = new CompletableFuture<Integer>();
    return Program.of(
        () -> expect(answer.complete(1) || answer.join() == 0, "one of the two"),
        () -> expect(answer.completeOnTimeout(0, 1, TimeUnit.SECONDS).join() >= 0, "an answer"));
  }

  static Program combineBad() {
    var total = new int[1];
    return Program.of(
        () -> {
          var a = CompletableFuture.runAsync(() -> total[0] += 1);
          var b = CompletableFuture.runAsync(() -> total[0] += 2);
          CompletableFuture.allOf(a, b).join();
          expectEquals(3, total[0]);
        });
  }

  static Program combineGood() {
    return Program.of(
        () -> {
          var a = CompletableFuture.supplyAsync(() -> 1);
          var b = CompletableFuture.supplyAsync(() -> 2);
          expectEquals(3, a.thenCombine(b, Integer::sum).join());
        });
  }

  static Program anyOfBad() {
    return Program.of(
        () -> {
          var a = CompletableFuture.supplyAsync(() -> "a");
          var b = CompletableFuture.supplyAsync(() -> "b");
          expectEquals("a", CompletableFuture.anyOf(a, b).join());
        });
  }

  static Program anyOfGood() {
    return Program.of(
        () -> {
          var a = CompletableFuture.supplyAsync(() -> "a");
          var b = CompletableFuture.supplyAsync(() -> "b");
          expect(List.of("a", "b").contains(CompletableFuture.anyOf(a, b).join()), "one of them");
        });
  }

  /// `getNow` and `isDone` are only a look.
  static Program tooEarlyBad() {
    var answer = CompletableFuture.completedFuture(0);
    return Program.of(() -> expectEquals(1, answer.thenApplyAsync(n -> n + 1).getNow(0)));
  }

  static Program tooEarlyGood() {
    var answer = CompletableFuture.completedFuture(0);
    return Program.of(() -> expectEquals(1, answer.thenApplyAsync(n -> n + 1).join()));
  }

  /// A failed task keeps its exception until somebody asks.
  static Program unaskedBad() {
    var task =
        new FutureTask<Void>(
            () -> {
              throw new IllegalStateException("no luck");
            });
    var errors = new AtomicInteger();
    return Program.of(
            () -> {
              try {
                task.run();
              } catch (IllegalStateException never) {
                errors.incrementAndGet();
              }
            })
        .then(() -> expectEquals(1, errors.get()));
  }

  static Program unaskedGood() {
    var task =
        new FutureTask<Void>(
            () -> {
              throw new IllegalStateException("no luck");
            });
    var errors = new AtomicInteger();
    return Program.of(
            task::run,
            () -> {
              try {
                task.get();
              } catch (ExecutionException told) {
                errors.incrementAndGet();
              }
            })
        .then(() -> expectEquals(1, errors.get()));
  }
}
