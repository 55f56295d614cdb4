package _10_servers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import workbook.Chart;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.ServerExperiment;

/// # One echo server, four designs
///
/// The same clients ask each of them. How many answers a second, and how long does one wait?
public final class Echo implements ServerExperiment {
  private static final String ANSWERS = "answers a second";
  private static final String MEDIAN = "median of the waits";
  private static final String TAIL = "99th percentile of the waits";
  private static final String SHARE = "the clients' share of the CPU time";
  private static final int FEW = 10;

  @Override
  public String id() {
    return "echo";
  }

  @Override
  public String title() {
    return "One echo server, four designs";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        A client sends a message, waits for its echo, and sends the next. Now many clients do so at \
        once, as many as you choose. How many times as many answers a second does a server with \
        virtual threads give to all of them as to one alone?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("connections", 1_000, 1, 5_000, "connections, in steps from 1"),
        new Parameter.Count("time", 500, 50, 2_000, "ms for each measurement"),
        new Parameter.Count("rate", 2_000, 100, 10_000, "messages a second while waits are taken"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Everybody asks as fast as it can", ANSWERS, "connections", true, true),
        new Chart.Lines("Half of the messages wait no longer", MEDIAN, "connections", true, true),
        new Chart.Lines("One message in a hundred waits longer", TAIL, "connections", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var design : Design.values()) {
      measure(design, FEW, with); // for practice
    }
    var steps = steps(with.count("connections"));
    var all = new ArrayList<Seen>();
    for (var connections : steps) {
      for (var design : Design.values()) {
        var seen = measure(design, connections, with);
        all.add(seen);
        tell(seen, record);
        record.progress(all.size(), (long) steps.size() * Design.values().length);
      }
    }
    claim(all, record);
    var virtual = all.stream().filter(seen -> seen.design == Design.VIRTUAL).toList();
    record.answer(
        "%.1f".formatted(virtual.getLast().answers / Math.max(1, virtual.getFirst().answers)));
  }

  /// 1, 10, 100 and so on, and the number chosen.
  private static List<Integer> steps(int most) {
    var steps = new ArrayList<Integer>();
    for (var step = 1; step < most; step *= 10) {
      steps.add(step);
    }
    steps.add(most);
    return steps;
  }

  /// What one design did for so many clients.
  ///
  /// @param answers a second
  /// @param share of the CPU time of this JVM that went to the clients, from 0 to 1
  /// @param waits in nanoseconds
  /// @param content how many clients had an answer to all they sent
  /// @param faithful whether every answer was what had been sent
  private record Seen(
      Design design,
      int connections,
      double answers,
      double share,
      Histogram waits,
      int content,
      boolean faithful) {}

  private static Seen measure(Design design, int connections, Parameters with) throws Exception {
    var time = Duration.ofMillis(with.count("time"));
    var served = design.servedAtOnce(connections);
    try (var server = Running.start(design);
        var load = Load.on(server.address(), connections, served)) {
      var oursBefore = cpuOfThisThread();
      var everybodysBefore = cpuOfThisJvm();
      var answers = load.flatOut(time);
      var ours = Math.max(1, cpuOfThisThread() - oursBefore);
      // The clock of the JVM ticks every 10 ms; that of the thread is finer.
      var share = (double) ours / Math.max(ours, cpuOfThisJvm() - everybodysBefore);
      var waits = load.paced(with.count("rate"), time);
      return new Seen(
          design, connections, answers, share, waits, load.answered(), load.isFaithful());
    }
  }

  private static long cpuOfThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long cpuOfThisJvm() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void tell(Seen seen, Recorder record) {
    var design = seen.design.id();
    record.sample(ANSWERS, "1/s", design, seen.connections, seen.answers);
    record.sample(MEDIAN, "ms", design, seen.connections, wait(seen, 50));
    record.sample(TAIL, "ms", design, seen.connections, wait(seen, 99));
    record.sample(SHARE, "%", design, seen.connections, 100 * seen.share);
  }

  private static double wait(Seen seen, double percent) {
    return seen.waits.getValueAtPercentile(percent) / 1e6;
  }

  private static void claim(List<Seen> all, Recorder record) {
    record.claim(
        "Every answer is what its client had sent, in the same order.",
        all.stream().allMatch(Seen::faithful),
        "compared one by one");
    for (var design : Design.values()) {
      var most = all.reversed().stream().filter(seen -> seen.design == design).findFirst();
      most.ifPresent(
          seen ->
              record.claim(
                  "With %s, no answer is lost.".formatted(design.says()),
                  seen.content >= design.servedAtOnce(seen.connections),
                  "%,d of %,d clients have all their answers"
                      .formatted(seen.content, seen.connections)));
    }
  }

  @Override
  public List<Parameter> serverParameters() {
    return List.of(new Parameter.Choice("design", Design.ids()));
  }

  @Override
  public Service open(Parameters with, InetSocketAddress at) throws IOException {
    return EchoService.open(Design.of(with.choice("design")), at);
  }

  @Override
  public String explanation() {
    return """
    **One client** asks and waits, so there is never more than one message on its way. Its time goes
    into waking threads up, on both sides: that is what the figure at 1 shows, and why a virtual
    thread is slow here. To wake one takes more steps.

    **Many clients** have always something ready to be done. Threads find the next message without
    sleeping first, and the designs come close together. Which of the last three is ahead depends on
    the machine and on what else it does. Part of it is the clients' own work: they run on one thread
    of the same machine, and their share of the CPU time stands in the table.

    **The waits** are taken another way. A message is due every so often, whether the server has
    answered the earlier ones or not, and its wait is counted from then. Who measures only the
    answers it got, and asks only when it got the one before, finds a server fast that stands still:
    it has not asked meanwhile (*coordinated omission*). The server with one thread shows it. Its one
    client is answered quickly, all others never; the waits of those are what they were at the end
    of the measurement.
    """;
  }
}
