package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workbook.Programs;
import workbook.run.AotCache;
import workbook.run.ProcessTree;
import workbook.run.Tail;

/// A JVM of its own in which graded tests run, ended together with every process that was started
/// there. See [ExamChild].
final class ExamJvm implements AutoCloseable {
  private static final int MEGABYTES = 256;
  private static final int MEGABYTES_OF_CLASSES = 128;

  /// What keeps a test within bounds, and what lets a short life begin soon. The number of
  /// processors is the same everywhere, because pools are as large.
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx" + MEGABYTES + "m",
          "-XX:MaxMetaspaceSize=" + MEGABYTES_OF_CLASSES + "m",
          "-XX:MaxDirectMemorySize=32m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:ActiveProcessorCount=4",
          "-XX:+DisableAttachMechanism",
          "-XX:-UsePerfData",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC");

  /// The exit code of `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  /// The only variables of the environment that are handed on.
  private static final Set<String> HANDED_ON = Set.of("PATH", "SystemRoot", "TEMP", "TMP");

  private static final int LOOK_MILLIS = 100;

  /// How long a JVM that hangs may think about where.
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /// How long a JVM may take to begin, on whatever machine.
  private static final Duration BEGINNING = Duration.ofMinutes(2);

  private final String mark = UUID.randomUUID().toString();
  private final Scratch scratch = new Scratch();
  private final Process process;
  private final BlockingQueue<Mixture.Seen> seen = new LinkedBlockingQueue<>();
  private final Mixture mixture = new Mixture(seen::add);
  private final Tail lastWords = new Tail();

  /// Whether it came to the end of its last order, and waits for another.
  private boolean ready = true;

  /// How a test went, and what it printed.
  record Judged(Outcome outcome, String printed) {}

  /// @throws IOException when the system starts none
  ExamJvm(Path home) throws IOException {
    var program = Programs.jvm(ExamChild.class);
    AotCache.lendTo(program);
    program.command().addAll(1, OPTIONS);
    program
        .command()
        .addAll(1, List.of("-Dworkbook.home=" + home.toAbsolutePath(), scratch.option()));
    program.environment().keySet().retainAll(HANDED_ON);
    program.environment().put(ProcessTree.MARK, mark);
    process = start(program);
    daemon(() -> mixture.readAll(process.getInputStream()));
    daemon(() -> lastWords.readAll(process.errorReader(UTF_8)));
  }

  private Process start(ProcessBuilder program) throws IOException {
    try {
      return program.start();
    } catch (IOException notStarted) {
      scratch.close();
      throw notStarted;
    }
  }

  private static void daemon(Runnable work) {
    Thread.ofPlatform().daemon().start(work);
  }

  /// Whether it can take an order.
  boolean isReady() {
    return ready && process.isAlive();
  }

  /// Runs tests until all are over, or one of them ends this JVM or has to be ended with it.
  ///
  /// @param explored the tests that the explorer runs
  /// @return what is known of each test that began; when this JVM can run more, all that were
  ///   ordered
  /// @throws IOException with one plain sentence when the JVM does not run at all
  Map<String, Judged> judge(Order order, Set<String> explored, Limits limits)
      throws IOException, InterruptedException {
    ready = false;
    mixture.expect(new Seal(order.key()));
    send(order);
    return new Watch(explored, limits).results();
  }

  private void send(Order order) {
    try {
      var out = new DataOutputStream(process.getOutputStream());
      out.writeByte(ExamChild.ORDER);
      order.write(out);
    } catch (IOException gone) {
      // Its output ends, too.
    }
  }

  /// Follows one order.
  private final class Watch {
    private final Set<String> explored;
    private final Limits limits;
    private final Map<String, Judged> results = new HashMap<>();
    private final StringBuilder printed = new StringBuilder();
    private final long began = System.nanoTime();
    private String test = "";
    private Stopwatch clock;
    private String hangs = "";
    private long asked;

    Watch(Set<String> explored, Limits limits) {
      this.explored = explored;
      this.limits = limits;
    }

    Map<String, Judged> results() throws IOException, InterruptedException {
      while (goesOn(seen.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS))) {
        look();
      }
      return results;
    }

    private boolean goesOn(Mixture.Seen next) throws IOException, InterruptedException {
      return switch (next) {
        case null ->
            hangs.isEmpty() || System.nanoTime() - asked < ANSWER.toNanos() || stuck("", "");
        case Mixture.Seen.Printed(var line) -> {
          printed.append(line).append('\n');
          yield true;
        }
        case Mixture.Seen.Told(var report) -> goesOn(report);
        case Mixture.Seen.Flooded() ->
            over(new Outcome.Resource("It wrote without end, past System.out."), 0);
        case Mixture.Seen.Gone() -> over(gone(), 0);
      };
    }

    private boolean goesOn(Report report) {
      return switch (report) {
        case Report.Began(var name) -> {
          test = name;
          clock = new Stopwatch(process.toHandle());
          printed.setLength(0);
          yield true;
        }
        case Report.Ended(var name, var outcome, var unprinted, var spoiled) -> {
          over(outcome, unprinted);
          yield !spoiled;
        }
        case Report.Where(var method, var loop) -> stuck(method, loop);
        case Report.Leaving() -> over(new Outcome.Resource("Your code ends the JVM."), 0);
        case Report.Over(_) -> {
          ready = true;
          yield false;
        }
      };
    }

    /// Notes how the test went.
    ///
    /// @return false
    private boolean over(Outcome outcome, long unprinted) {
      if (!test.isEmpty()) {
        if (unprinted > 0) {
          printed.append("… and %,d bytes more%n".formatted(unprinted));
        }
        results.put(test, new Judged(outcome, printed.toString()));
        test = "";
      }
      return false;
    }

    private boolean stuck(String method, String loop) {
      var where = method.isEmpty() ? "" : " " + method + " has not returned.";
      var round = loop.isEmpty() ? "" : " It has not left the loop around " + loop + ".";
      return over(new Outcome.Stuck(hangs + where + round), 0);
    }

    private void look() throws IOException {
      if (test.isEmpty()) {
        if (results.isEmpty() && System.nanoTime() - began > BEGINNING.toNanos()) {
          throw new IOException("The JVM for the tests has not begun in two minutes.");
        }
      } else if (hangs.isEmpty()) {
        var most = explored.contains(test) ? limits.exploring() : limits.computing();
        if (clock.computed().compareTo(most) > 0) {
          ask("It computed for", most);
        } else if (clock.waited().compareTo(limits.waiting()) > 0) {
          ask("It waited for", limits.waiting());
        }
      }
    }

    private void ask(String what, Duration limit) {
      hangs = "%s %d s and did not end.".formatted(what, limit.toSeconds());
      asked = System.nanoTime();
      try {
        process.getOutputStream().write(ExamChild.WHERE);
        process.getOutputStream().flush();
      } catch (IOException gone) {
        // Its output ends, too.
      }
    }

    /// What to make of a JVM that ended without a word.
    private Outcome gone() throws IOException, InterruptedException {
      var code = process.waitFor();
      if (test.isEmpty() && results.isEmpty()) {
        throw new IOException(
            "The JVM for the tests ended at once, with exit code %d. It last wrote: %s"
                .formatted(code, String.join(" ", lastWords.lines())));
      }
      if (code != OUT_OF_MEMORY) {
        return new Outcome.Resource(
            "It ended the JVM, without a word: exit code %d.".formatted(code));
      }
      return new Outcome.Resource(
          printed.indexOf("OutOfMemoryError: Metaspace") < 0
              ? "It needs more than %d MB of memory.".formatted(MEGABYTES)
              : "Its classes need more than %d MB of memory.".formatted(MEGABYTES_OF_CLASSES));
    }
  }

  /// Ends the JVM and all it started.
  @Override
  public void close() {
    ProcessTree.end(Stream.of(process.toHandle()));
    ProcessTree.endMarked(mark);
    try (scratch) {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // Nothing is lost: the JVM has ended. At worst a temporary file stays.
    }
  }
}
