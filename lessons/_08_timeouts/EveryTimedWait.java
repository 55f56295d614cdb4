package _08_timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # How late is a timeout?
///
/// Ten waits with the same limit, each for something that does not come.
public final class EveryTimedWait implements Experiment {
  private static final String AFTER = "at that moment or later, never before";
  private static final String LATE = "how much too late";

  /// Waits for so many milliseconds in vain.
  private interface Wait {
    /// @return whether it says that the time was up
    boolean timesOut(int limit) throws Exception;
  }

  /// What is waited with, and how it says that the time is up.
  private record Named(String name, String says, Wait how) {}

  private static final List<Named> WAITS =
      List.of(
          new Named("Future.get", "throws TimeoutException", EveryTimedWait::futureGet),
          new Named("orTimeout", "throws TimeoutException", EveryTimedWait::orTimeout),
          new Named("completeOnTimeout", "gives the other value", EveryTimedWait::orElse),
          new Named("tryLock", "returns false", EveryTimedWait::tryLock),
          new Named("awaitNanos", "returns 0 or less", EveryTimedWait::awaitNanos),
          new Named("latch.await", "returns false", EveryTimedWait::latch),
          new Named("queue.poll", "returns null", EveryTimedWait::poll),
          new Named("Thread.join", "returns false", EveryTimedWait::join),
          new Named("socket read", "throws SocketTimeoutException", EveryTimedWait::read),
          new Named("HttpClient", "throws HttpTimeoutException", EveryTimedWait::http));

  @Override
  public String id() {
    return "every-timed-wait";
  }

  @Override
  public String title() {
    return "How late is a timeout?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        "A wait has a limit of 20 ms, and what it waits for does not come. When does it return?",
        "after 20 ms exactly",
        "a little before or a little after",
        AFTER);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("limit", 20, 2, 1_000, "ms"),
        new Parameter.Count("rounds", 10, 1, 100, "waits of each kind"));
  }

  /// Once for practice: a first wait of its kind loads classes, too.
  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Distribution("How late", LATE, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    var rounds = with.count("rounds");
    var said = 0;
    var earliest = Double.MAX_VALUE;
    for (var each : WAITS) {
      record.fact(each.name(), each.says());
      for (var round = 0; round < rounds; round++) {
        record.progress(WAITS.indexOf(each) * (long) rounds + round, WAITS.size() * (long) rounds);
        var watch = Stopwatch.start();
        said += each.how().timesOut(limit) ? 1 : 0;
        var late = watch.millis() - limit;
        earliest = Math.min(earliest, late);
        record.sample(LATE, "ms", each.name(), late);
      }
    }
    record.outcome("the time was up", Expectation.ACCEPTABLE, said, "each says so in its own way");
    record.claim(
        "Every wait says that its time was up.",
        said == WAITS.size() * rounds,
        said + " of " + WAITS.size() * rounds);
    record.claim(
        "None returns before its time, to the millisecond.",
        earliest > -1,
        "the earliest came %.3f ms after it".formatted(earliest));
    record.answer(AFTER);
  }

  private static boolean futureGet(int limit) throws InterruptedException, ExecutionException {
    try {
      new FutureTask<>(() -> "never run").get(limit, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException timeIsUp) {
      return true;
    }
  }

  private static boolean orTimeout(int limit) throws InterruptedException {
    try {
      new CompletableFuture<String>().orTimeout(limit, TimeUnit.MILLISECONDS).get();
      return false;
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof TimeoutException;
    }
  }

  private static boolean orElse(int limit) throws InterruptedException, ExecutionException {
    var other =
        new CompletableFuture<String>().completeOnTimeout("other", limit, TimeUnit.MILLISECONDS);
    return other.get().equals("other");
  }

  private static boolean tryLock(int limit) throws InterruptedException {
    var lock = new ReentrantLock();
    var held = new CountDownLatch(1);
    var enough = new CountDownLatch(1);
    var holder =
        Thread.startVirtualThread(
            () -> {
              lock.lock();
              try {
                held.countDown();
                enough.await();
              } catch (InterruptedException calledOff) {
                Thread.currentThread().interrupt();
              } finally {
                lock.unlock();
              }
            });
    held.await();
    try {
      return !lock.tryLock(limit, TimeUnit.MILLISECONDS);
    } finally {
      enough.countDown();
      holder.join();
    }
  }

  private static boolean awaitNanos(int limit) throws InterruptedException {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(limit);
      while (left > 0) {
        left = condition.awaitNanos(left); // it may wake without a reason
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static boolean latch(int limit) throws InterruptedException {
    return !new CountDownLatch(1).await(limit, TimeUnit.MILLISECONDS);
  }

  private static boolean poll(int limit) throws InterruptedException {
    return new LinkedBlockingQueue<String>().poll(limit, TimeUnit.MILLISECONDS) == null;
  }

  private static boolean join(int limit) throws InterruptedException {
    var enough = new CountDownLatch(1);
    var busy =
        Thread.startVirtualThread(
            () -> {
              try {
                enough.await();
              } catch (InterruptedException calledOff) {
                Thread.currentThread().interrupt();
              }
            });
    var ended = busy.join(Duration.ofMillis(limit));
    enough.countDown();
    busy.join();
    return !ended;
  }

  private static boolean read(int limit) throws IOException {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(limit);
      pair.client().getInputStream().read();
      return false;
    } catch (SocketTimeoutException timeIsUp) {
      return true;
    }
  }

  private static boolean http(int limit) throws IOException, InterruptedException {
    var here = InetAddress.getLoopbackAddress();
    try (var silent = new ServerSocket(0, 1, here);
        var client = HttpClient.newHttpClient()) {
      var address = "http://%s:%d/".formatted(here.getHostAddress(), silent.getLocalPort());
      var request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMillis(limit)).build();
      client.send(request, BodyHandlers.ofString());
      return false;
    } catch (HttpTimeoutException timeIsUp) {
      return true;
    }
  }

  @Override
  public String explanation() {
    return """
    A limit is a promise in one direction: *not before*. When the time is up, the thread is put back
    among those that may run, and then it runs when a core is free. On an idle machine that takes a
    fraction of a millisecond, on a busy one as long as it takes. (The HTTP client counts in whole
    milliseconds. A new one has threads to start, and shut down: that is in its figure, too.)

    So a test may assert that a wait was *not shorter* than its limit. A test that asserts how much
    longer it was will fail some day, on somebody else's machine.

    They differ in how they say that the time is up: an exception, `false`, `null`, a number that is
    not above 0, another value. Four of these are easy to ignore. `lock.tryLock(1, SECONDS);` on a
    line of its own goes on **without the lock** when the time is up.

    And all of them only end the *wait*. The task behind `Future.get` runs on until somebody cancels
    it.
    """;
  }
}
