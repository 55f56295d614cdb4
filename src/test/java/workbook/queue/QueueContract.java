package workbook.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.JavaProcess;

/// What holds of a queue in whatever database.
@Tag("slow")
abstract class QueueContract {
  private static final JobQueue.Pace QUICK =
      new JobQueue.Pace(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(20));

  private final List<JobQueue> queues = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();
  final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

  /// The place of a queue that is this test's own.
  abstract String place();

  final JobQueue queue() throws IOException {
    var queue = JobQueue.open(place(), QUICK);
    queues.add(queue);
    return queue;
  }

  static GradingJob job(int number) {
    return new GradingJob("key" + number, "Tally", ("answer\n" + number).getBytes(UTF_8));
  }

  static String text(GradingJob job) {
    return job.exercise() + " " + new String(job.answer(), UTF_8);
  }

  final Thread work(JobQueue queue, int threads, JobHandler handler) {
    var worker =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    queue.work(threads, handler, told::add);
                  } catch (InterruptedException stopped) {
                    // as it should be
                  }
                });
    workers.add(worker);
    return worker;
  }

  @AfterEach
  void stopWorkers() throws InterruptedException {
    for (var worker : workers) {
      worker.interrupt();
      worker.join();
    }
    queues.forEach(JobQueue::close);
  }

  /// Blocks until they are all there.
  static Map<String, String> await(JobQueue queue, Set<String> keys)
      throws IOException, InterruptedException {
    while (!Thread.interrupted()) { // by its time-out
      var verdicts = queue.verdicts(keys);
      if (verdicts.size() == keys.size()) {
        return verdicts;
      }
      Thread.onSpinWait();
    }
    throw new InterruptedException();
  }

  @Test
  void twoWorkersDoEachJobAndItsVerdictIsKept() throws Exception {
    var queue = queue();
    var keys = new HashSet<String>();
    for (var number = 0; number < 20; number++) {
      queue.put(job(number));
      queue.put(job(number));
      keys.add("key" + number);
    }
    var done = new ConcurrentHashMap<String, AtomicInteger>();
    JobHandler handler =
        job -> {
          done.computeIfAbsent(job.key(), _ -> new AtomicInteger()).incrementAndGet();
          return text(job);
        };
    work(queue, 2, handler);
    work(queue(), 2, handler);
    var verdicts = await(queue, keys);
    assertEquals("Tally answer\n7", verdicts.get("key7"));
    assertEquals(keys, done.keySet());
    assertEquals(Map.of(), queue().verdicts(Set.of("another")));
  }

  /// Its jobs are those of a worker that does not say any more that it lives.
  @Test
  void whatAKilledWorkerHadBegunIsDoneByAnother() throws Exception {
    var queue = queue();
    queue.put(job(1));
    update(
        "update workbook_jobs set picked = true, picked_by = 'killed', version = version + 1,"
            + " last_heartbeat = timestamp with time zone '2020-01-01 00:00:00+00'");
    work(queue, 1, QueueContract::text);
    assertEquals("Tally answer\n1", await(queue, Set.of("key1")).get("key1"));
  }

  /// A worker that does its jobs until it comes to one that never ends.
  static final class HalfWayWorker {
    private static final String ENDLESS = "key5";

    private HalfWayWorker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      JobHandler handler =
          job -> {
            if (job.key().equals(ENDLESS)) {
              System.out.println("begun");
              new CountDownLatch(1).await();
            }
            return text(job);
          };
      try (var queue = JobQueue.open(args[0], QUICK)) {
        queue.work(1, handler, System.err::println);
      }
    }
  }

  @Test
  void aWorkerThatIsKilledHalfWayLosesNothing() throws Exception {
    var queue = queue();
    var verdicts = new HashMap<String, String>();
    for (var number = 0; number < 12; number++) {
      queue.put(job(number));
      verdicts.put("key" + number, text(job(number)));
    }
    var worker = JavaProcess.builder(HalfWayWorker.class, place()).start();
    try (var says = worker.inputReader(UTF_8)) {
      assertEquals("begun", says.readLine());
    } finally {
      worker.destroyForcibly().waitFor();
    }
    var before = queue.verdicts(verdicts.keySet()).keySet();
    assertTrue(before.contains("key0"), before::toString);
    assertFalse(before.contains(HalfWayWorker.ENDLESS), before::toString);
    work(queue(), 2, QueueContract::text);
    assertEquals(verdicts, await(queue, verdicts.keySet()));
  }

  @Test
  void whatAStoppedWorkerHadBegunIsDoneByAnother() throws Exception {
    var queue = queue();
    queue.put(job(1));
    var begun = new CountDownLatch(1);
    var first =
        work(
            queue,
            1,
            job -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return "never";
            });
    begun.await();
    first.interrupt();
    first.join();
    work(queue, 1, QueueContract::text);
    assertEquals("Tally answer\n1", await(queue, Set.of("key1")).get("key1"));
  }

  /// The second job is put in vain until the first, whose verdict is there, has been taken out,
  /// too.
  @Test
  void aVerdictThatComesTwiceReplacesTheFirst() throws Exception {
    var queue = queue();
    var times = new AtomicInteger();
    work(queue, 1, _ -> "verdict " + times.incrementAndGet());
    queue.put(job(1));
    var first = await(queue, Set.of("key1"));
    Map<String, String> second;
    do {
      queue.put(job(1));
      second = await(queue, Set.of("key1"));
    } while (second.equals(first));
    assertTrue(second.get("key1").matches("verdict ([2-9]|[1-9][0-9]+)"), second::toString);
  }

  @Test
  void aJobForAnotherVersionWaitsForAnotherWorker() throws Exception {
    var queue = queue();
    queue.put(job(1));
    var refused = new CountDownLatch(2);
    work(
        queue,
        1,
        job -> {
          refused.countDown();
          throw new JobHandler.NotMineException("It is for another version.");
        });
    refused.await();
    assertEquals("It is for another version.", told.peek());
    work(queue(), 1, QueueContract::text);
    assertEquals("Tally answer\n1", await(queue, Set.of("key1")).get("key1"));
  }

  @Test
  void aJobThatCannotBeDoneIsSaidSoAndCanBePutAgain() throws Exception {
    var queue = queue();
    queue.put(job(1));
    var attempts = new AtomicInteger();
    work(
        queue,
        1,
        job -> {
          if (attempts.incrementAndGet() <= 3) {
            throw new IOException("The disk is full.");
          }
          return text(job);
        });
    var said = assertThrows(IOException.class, () -> await(queue, Set.of("key1")));
    assertEquals("A worker says: The disk is full.", said.getMessage());
    while (queue.verdicts(Set.of("key1")).isEmpty()) {
      queue.put(job(1)); // in vain, until the worker has taken the job out that it could not do
    }
    assertEquals("Tally answer\n1", queue.verdicts(Set.of("key1")).get("key1"));
  }

  private void update(String command) throws IOException, SQLException {
    try (var connection = QueueDatabase.open(place()).connect();
        var statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(command) > 0, command);
    }
  }
}
