package workbook.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Jobs and verdicts in a database. Jobs are done by whoever [#work]s: each at least once, whatever
/// is killed; a verdict that comes twice replaces the first.
///
/// Several threads, processes and machines may use the same queue.
public final class JobQueue implements AutoCloseable {
  private static final String TASK = "grade";

  /// Verdicts that are asked for in one question.
  private static final int AT_ONCE = 500;

  /// After so many attempts, a worker's problem is the verdict.
  private static final int ATTEMPTS = 3;

  /// What a verdict begins with that is none.
  private static final String PROBLEM = "!";

  /// Nothing of a job is ever made into objects but its bytes.
  private static final Serializer BYTES =
      new Serializer() {
        @Override
        public byte[] serialize(Object data) {
          return (byte[]) data;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
          return type.cast(data);
        }
      };

  /// How long a worker may be silent until its jobs are given to others, and so on.
  ///
  /// @param look how often a worker looks for jobs
  /// @param heartbeat how often it says that it lives; six are missed before it is given up
  /// @param again when a job is tried again that did not work
  record Pace(Duration look, Duration heartbeat, Duration again) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static final int HEARTBEATS = 6;

  private final QueueDatabase database;
  private final Pace pace;

  /// While there is one, an embedded database stays open.
  private final Connection keeper;

  private final OneTimeTask<byte[]> nothing =
      Tasks.oneTime(TASK, byte[].class).execute((job, context) -> {});

  private JobQueue(QueueDatabase database, Pace pace) throws SQLException {
    this.database = database;
    this.pace = pace;
    this.keeper = database.connect();
  }

  /// Connects to a queue, and makes it where there is none.
  ///
  /// @param place a folder for an embedded database, or a JDBC URL of PostgreSQL
  /// @throws IOException with one plain sentence when there is no such database
  public static JobQueue open(String place) throws IOException {
    return open(place, Pace.USUAL);
  }

  static JobQueue open(String place, Pace pace) throws IOException {
    var database = QueueDatabase.open(place);
    try {
      return new JobQueue(database, pace);
    } catch (SQLException gone) {
      throw database.unreachable(gone);
    }
  }

  /// The place, as it may be shown.
  public String shown() {
    return database.shown();
  }

  /// Leaves a job for a worker, unless it is there.
  ///
  /// @throws IOException with one plain sentence when the database cannot be reached
  public void put(GradingJob job) throws IOException {
    var client =
        SchedulerClient.Builder.create(database.source(), nothing)
            .tableName(QueueDatabase.JOBS)
            .serializer(BYTES)
            .build();
    try {
      client.scheduleIfNotExists(nothing.instance(job.key(), job.data()), Instant.now());
    } catch (RuntimeException failure) {
      if (failure.getCause() instanceof SQLException gone) {
        throw database.unreachable(gone);
      }
      throw failure;
    }
  }

  /// Those of these verdicts that are there, by key.
  ///
  /// @throws IOException with one plain sentence when the database cannot be reached, or a worker
  ///   could not do one of the jobs
  public Map<String, String> verdicts(Collection<String> keys) throws IOException {
    var found = new HashMap<String, String>();
    var all = List.copyOf(keys);
    try (var connection = database.connect()) {
      for (var from = 0; from < all.size(); from += AT_ONCE) {
        var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
        var marks = String.join(",", some.stream().map(_ -> "?").toList());
        var asks =
            "select job, verdict from %s where job in (%s)"
                .formatted(QueueDatabase.VERDICTS, marks);
        try (var statement = connection.prepareStatement(asks)) {
          for (var n = 0; n < some.size(); n++) {
            statement.setString(n + 1, some.get(n));
          }
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.put(rows.getString(1), rows.getString(2));
            }
          }
        }
      }
    } catch (SQLException failure) {
      throw database.unreachable(failure);
    }
    for (var entry : found.entrySet()) {
      if (entry.getValue().startsWith(PROBLEM)) {
        forget(entry.getKey());
        throw new IOException("A worker says: " + entry.getValue().substring(PROBLEM.length()));
      }
    }
    return found;
  }

  private void forget(String key) throws IOException {
    try {
      update("delete from %s where job = ?".formatted(QueueDatabase.VERDICTS), key);
    } catch (SQLException failure) {
      throw database.unreachable(failure);
    }
  }

  /// Does jobs until this thread is interrupted. Those that are not done by then are left to other
  /// workers. Where the database cannot be reached, it waits until it can.
  ///
  /// @param threads how many at a time
  /// @param told takes a sentence for each thing that a person should know
  public void work(int threads, JobHandler handler, Consumer<String> told)
      throws InterruptedException {
    var task =
        Tasks.oneTime(TASK, byte[].class)
            .onFailure((done, next) -> next.reschedule(done, Instant.now().plus(pace.again())))
            .execute((job, context) -> perform(job, context, handler, told));
    var pool = Executors.newFixedThreadPool(threads, JobQueue::quiet);
    var scheduler =
        Scheduler.create(database.source(), task)
            .tableName(QueueDatabase.JOBS)
            .serializer(BYTES)
            .threads(threads)
            .executorService(pool)
            .pollingInterval(pace.look())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(HEARTBEATS)
            .shutdownMaxWait(Duration.ofMillis(1)) // then they are interrupted
            .build();
    scheduler.start();
    try {
      var reachable = true;
      while (true) {
        TimeUnit.NANOSECONDS.sleep(pace.heartbeat().toNanos());
        reachable = look(reachable, told);
      }
    } finally {
      scheduler.stop();
      pool.shutdownNow();
    }
  }

  /// That the database is gone, a person is told in one sentence. The scheduler's threads tell it
  /// their handlers, too, each with where it was.
  private static Thread quiet(Runnable jobs) {
    var thread = new Thread(jobs);
    thread.setUncaughtExceptionHandler((_, _) -> {});
    return thread;
  }

  /// Whether the database can be reached. Says so when that has changed.
  private boolean look(boolean before, Consumer<String> told) {
    try (var connection = database.connect()) {
      var now = connection.isValid((int) Math.max(1, pace.heartbeat().toSeconds()));
      if (now && !before) {
        told.accept("The queue %s is back.".formatted(shown()));
      }
      return now;
    } catch (SQLException gone) {
      if (before) {
        told.accept(database.unreachable(gone).getMessage() + " The worker waits for it.");
      }
      return false;
    }
  }

  private void perform(
      TaskInstance<byte[]> job,
      ExecutionContext context,
      JobHandler handler,
      Consumer<String> told) {
    try {
      save(job.getId(), verdict(job, context, handler, told));
    } catch (SQLException unsaved) {
      throw new IllegalStateException(unsaved); // it is done again
    }
  }

  private String verdict(
      TaskInstance<byte[]> job,
      ExecutionContext context,
      JobHandler handler,
      Consumer<String> told) {
    try {
      return handler.verdict(GradingJob.of(job.getId(), job.getData()));
    } catch (JobHandler.NotMineException others) {
      told.accept(others.getMessage());
      throw new IllegalStateException(others);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (IOException failure) {
      told.accept(failure.getMessage());
      if (context.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
        throw new IllegalStateException(failure);
      }
      return PROBLEM + failure.getMessage();
    }
  }

  /// Whoever saves the same verdict at the same moment is told by the database, and comes second.
  private void save(String key, String verdict) throws SQLException {
    var table = QueueDatabase.VERDICTS;
    var replace = "update %s set verdict = ? where job = ?".formatted(table);
    if (update(replace, verdict, key) == 0) {
      try {
        update("insert into %s (verdict, job) values (?, ?)".formatted(table), verdict, key);
      } catch (SQLException somebodyWasFaster) {
        if (update(replace, verdict, key) == 0) {
          throw somebodyWasFaster;
        }
      }
    }
  }

  private int update(String command, String... values) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.prepareStatement(command)) {
      for (var n = 0; n < values.length; n++) {
        statement.setString(n + 1, values[n]);
      }
      return statement.executeUpdate();
    }
  }

  /// Leaves the database. What is in it stays.
  @Override
  public void close() {
    try {
      keeper.close();
    } catch (SQLException gone) {
      // then there is nothing to close
    }
  }
}
