package _02_threads;

import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # A million sleepers
///
/// Threads that only wait, of the two kinds Java has. What does one more of them cost?
public final class MillionSleepers implements Experiment {
  private static final String MEMORY = "memory for one thread";
  private static final String START = "time to start one thread";
  private static final int WARM_UP = 100;

  @Override
  public String id() {
    return "a-million-sleepers";
  }

  @Override
  public String title() {
    return "A million sleepers";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        1,000 platform threads sleep at the same time. Then 100,000 virtual threads do. How much \
        memory do the 100,000 take, compared with the 1,000?\
        """,
        "less",
        "1 to 10 times as much",
        "10 to 100 times as much",
        "over 100 times as much");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("platform", 1_000, 100, 10_000, "platform threads"),
        new Parameter.Count("virtual", 100_000, 100, 1_000_000, "virtual threads"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Memory one sleeping thread takes", MEMORY, true),
        new Chart.Bars("Time to start one thread", START, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws InterruptedException, IOException {
    Night.of(
        Thread.ofPlatform().factory(), WARM_UP); // the first of a kind pay for what all of them use
    Night.of(Thread.ofVirtual().factory(), WARM_UP);

    var platform = Night.of(Thread.ofPlatform().factory(), with.count("platform"));
    tell("platform thread", platform, record);
    record.progress(1, 2);
    var virtual = Night.of(Thread.ofVirtual().factory(), with.count("virtual"));
    tell("virtual thread", virtual, record);

    if (platform.kibibytes().isPresent() && virtual.kibibytes().isPresent()) {
      var few = Math.max(1, platform.kibibytes().getAsLong());
      record.answer(inWords((double) virtual.kibibytes().getAsLong() / few));
    } else {
      record.note("Memory was not measured: it is read from /proc, which only Linux has.");
    }
  }

  private static void tell(String kind, Night night, Recorder record) {
    var threads = night.asleep();
    record.fact(kind + "s asleep at once", "%,d".formatted(threads));
    record.fact(kind + "s: time to start all", "%,d ms".formatted(night.nanos() / 1_000_000));
    record.sample(START, "us", kind, night.nanos() / 1e3 / Math.max(1, threads));
    night
        .kibibytes()
        .ifPresent(
            kib -> {
              record.fact(kind + "s: memory for all", "%,d MiB".formatted(kib / 1024));
              record.sample(MEMORY, "KiB", kind, (double) kib / Math.max(1, threads));
            });
    if (!night.refusal().isEmpty()) {
      record.note("After %,d %ss: %s.".formatted(threads, kind, night.refusal()));
    }
    record.claim(
        "Every %s that slept is woken and ends.".formatted(kind),
        night.woken() == threads,
        "%,d slept, %,d ended".formatted(threads, night.woken()));
  }

  private static String inWords(double ratio) {
    if (ratio < 1) {
      return "less";
    }
    if (ratio < 10) {
      return "1 to 10 times as much";
    }
    return ratio < 100 ? "10 to 100 times as much" : "over 100 times as much";
  }

  @Override
  public String explanation() {
    return """
    A platform thread is a thread of the operating system. It is started by a system call and \
    gets a stack of its own: 1 MiB of addresses, of which only the pages it touches take real \
    memory, a few dozen KiB. The system also bounds how many there may be.

    A virtual thread is an object in the heap. While it sleeps, its few stack frames lie there, \
    too, and it occupies no thread of the operating system. So a hundred thousand of them \
    cost what a few thousand of the others do. That makes *one thread for each request* \
    affordable; it does not make a computation faster, because there are no more cores.

    The figures are for threads with almost nothing on their stack. What a real task keeps in \
    its frames and objects comes on top, and with a million of them it comes a million times.
    """;
  }
}
