package workbook.queue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a queue is: PostgreSQL, or a folder with an embedded database of H2. All processes of this
/// machine may use that one at the same time: the first serves the others, on loopback only.
///
/// @param shown for messages: without a password
record QueueDatabase(DataSource source, String shown) {
  static final String JOBS = "workbook_jobs";
  static final String VERDICTS = "workbook_verdicts";

  private static final String JDBC = "jdbc:";

  /// It writes no log of its own.
  private static final String SETTINGS = ";TRACE_LEVEL_FILE=0";

  /// What H2 says while the process that serves the others changes.
  private static final Set<Integer> CHANGING =
      Set.of(
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.ERROR_OPENING_DATABASE_1);

  private static final Duration CHANGE = Duration.ofSeconds(20);
  private static final int PAUSE_MILLIS = 100;
  private static final int ATTEMPTS = 10;

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final int LOGIN_SECONDS = 10;
  private static final int ANSWER_SECONDS = 60;

  /// The tables, as db-scheduler wants its own; the types are those that both databases know.
  private static final List<String> TABLES =
      List.of(
          """
          create table if not exists workbook_jobs (
            task_name varchar(100) not null,
            task_instance varchar(100) not null,
            task_data bytea,
            execution_time timestamp with time zone not null,
            picked boolean not null,
            picked_by varchar(250),
            last_success timestamp with time zone,
            last_failure timestamp with time zone,
            consecutive_failures int,
            last_heartbeat timestamp with time zone,
            version bigint not null,
            priority smallint,
            primary key (task_name, task_instance))
          """,
          "create index if not exists workbook_jobs_due on workbook_jobs (execution_time)",
          "create index if not exists workbook_jobs_alive on workbook_jobs (last_heartbeat)",
          """
          create table if not exists workbook_verdicts (
            job varchar(100) primary key,
            verdict text not null)
          """);

  /// Connects, and makes the tables where they are missing.
  ///
  /// @param place a folder, or a JDBC URL of PostgreSQL
  /// @throws IOException with one plain sentence when there is no such database
  static QueueDatabase open(String place) throws IOException {
    var database =
        place.startsWith(JDBC)
            ? new QueueDatabase(postgresql(place), place.replaceFirst("\\?.*", ""))
            : new QueueDatabase(h2(folder(place)), place);
    try {
      database.makeTables();
    } catch (SQLException failure) {
      throw database.unreachable(failure);
    }
    return database;
  }

  private static DataSource postgresql(String url) throws IOException {
    var source = new PGSimpleDataSource();
    try {
      if (!url.startsWith(POSTGRESQL)) {
        throw new IllegalArgumentException(url);
      }
      source.setUrl(url);
    } catch (IllegalArgumentException notOurs) {
      throw new IOException(
          "--queue is a folder, or a URL of PostgreSQL such as"
              + " jdbc:postgresql://host/database?user=NAME&password=WORD.",
          notOurs);
    }
    source.setLoginTimeout(LOGIN_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    return source;
  }

  private static DataSource h2(Path folder) {
    System.setProperty("h2.bindAddress", InetAddress.getLoopbackAddress().getHostAddress());
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:%s/queue;AUTO_SERVER=TRUE%s".formatted(folder, SETTINGS));
    source.setUser("");
    source.setPassword("");
    return source;
  }

  private static Path folder(String place) throws IOException {
    try {
      var folder = Path.of(place).toAbsolutePath().normalize();
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new IOException("%s is a file. Name a folder for the queue.".formatted(place));
      }
      return folder;
    } catch (InvalidPathException odd) {
      throw new IOException("'%s' is not a valid file name.".formatted(place), odd);
    }
  }

  /// Where another process of this machine begins to serve the others, or was killed while it did,
  /// it takes some seconds until one can connect.
  Connection connect() throws SQLException {
    var begin = System.nanoTime();
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLException busy) {
        if (!CHANGING.contains(busy.getErrorCode())
            || System.nanoTime() - begin > CHANGE.toNanos()
            || !pause()) {
          throw busy;
        }
      }
    }
  }

  /// @return whether nobody interrupted it
  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void makeTables() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var table : TABLES) {
        make(table, statement);
      }
    }
  }

  /// Somebody else may make it at the same moment. Both databases then say that it exists, *if not
  /// exists* notwithstanding.
  private static void make(String table, Statement statement) throws SQLException {
    for (var attempt = 1; ; attempt++) {
      try {
        statement.execute(table);
        return;
      } catch (SQLException others) {
        if (attempt == ATTEMPTS || !pause()) {
          throw others;
        }
      }
    }
  }

  /// What to tell a person whom the database has left.
  IOException unreachable(SQLException failure) {
    var why =
        isDiskFull(failure)
            ? "the disk is full"
            : failure.getMessage().lines().findFirst().orElse("").strip();
    return new IOException(
        "The queue %s cannot be used: %s"
            .formatted(shown, why.matches(".*[.!?]") ? why : why + "."),
        failure);
  }

  /// Whether the system has said so, to an embedded database.
  private static boolean isDiskFull(Throwable failure) {
    return failure != null
        && (String.valueOf(failure.getMessage()).startsWith("No space left")
            || isDiskFull(failure.getCause()));
  }
}
