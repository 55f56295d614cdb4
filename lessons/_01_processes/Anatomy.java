package _01_processes;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # A process looks at itself
///
/// It has a number, memory, a stack, open files and threads. Who counts them, Java or the system?
public final class Anatomy implements Experiment {
  private static final String MEMORY = "memory";
  private static final String THREADS = "threads counted";

  @Override
  public String id() {
    return "anatomy";
  }

  @Override
  public String title() {
    return "A process looks at itself";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        This experiment starts no thread. How many threads does the operating system \
        count in its process?\
        """,
        "threads");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("array", 32, 32, 256, "MiB in one array of this process"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Memory of this process: promised, present, used by objects", MEMORY, true),
        new Chart.Bars("Threads of this process, by who counts them", THREADS, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    identity(record);
    stack(record);
    memory(with.count("array"), record);
    threads(record);
    openFiles(record);
    FromOutside.ps(record);
    FromOutside.strace(record);
  }

  private static void identity(Recorder record) {
    var self = ProcessHandle.current();
    record.fact("process", Long.toString(self.pid()));
    self.parent()
        .ifPresent(
            parent -> {
              record.fact("its parent", parent.pid() + " " + parent.info().command().orElse(""));
              record.claim(
                  "A process is not its own parent.",
                  parent.pid() != self.pid(),
                  "process %d, parent %d".formatted(self.pid(), parent.pid()));
            });
    record.fact("program", self.info().command().orElse("not told"));
    record.fact("owner", self.info().user().orElse("not told"));
    self.info()
        .totalCpuDuration()
        .ifPresent(used -> record.fact("CPU time so far", used.toMillis() + " ms"));
  }

  private static void stack(Recorder record) {
    var frames = StackWalker.getInstance().walk(Stream::count);
    record.fact("calls on this thread's stack", frames.toString());
    record.fact("calls until the stack is full", "%,d".formatted(descend(0)));
  }

  /// Calls itself until there is no stack left.
  ///
  /// @return how deep it came
  private static int descend(int depth) {
    try {
      return descend(depth + 1);
    } catch (StackOverflowError full) {
      return depth;
    }
  }

  private static void memory(int mib, Recorder record) throws IOException {
    var array = new byte[mib << 20];
    Arrays.fill(array, (byte) 1);
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    Reference.reachabilityFence(array); // until here nobody may throw the array away
    if (ProcSelf.exists()) {
      var promised = ProcSelf.number("VmSize") / 1024.0;
      var present = ProcSelf.number("VmRSS") / 1024.0;
      record.sample(MEMORY, "MiB", "addresses promised", promised);
      record.sample(MEMORY, "MiB", "present in RAM", present);
      record.claim(
          "A process has no more memory in RAM than it was promised.",
          present <= promised,
          "%,.0f of %,.0f MiB".formatted(present, promised));
    } else {
      record.note("Only Java's view of memory and threads is shown: there is no /proc here.");
    }
    record.sample(MEMORY, "MiB", "used by Java objects", heap / 1048576.0);
    record.claim(
        "The array is part of the process's memory.",
        heap >= array.length,
        "%d MiB array, %,.0f MiB of objects".formatted(mib, heap / 1048576.0));
  }

  private static void threads(Recorder record) throws IOException {
    var javas = ManagementFactory.getThreadMXBean().getThreadCount();
    record.sample(THREADS, "", "Java", javas);
    record.answer(Integer.toString(javas));
    if (ProcSelf.exists()) {
      var systems = ProcSelf.number("Threads");
      record.sample(THREADS, "", "operating system", systems);
      record.answer(Long.toString(systems));
      record.claim(
          "The system counts every thread that Java counts.",
          systems >= javas,
          "system %d, Java %d".formatted(systems, javas));
      record.fact("threads by name", String.join(", ", ProcSelf.threadNames()));
    }
  }

  private static void openFiles(Recorder record) throws IOException {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      record.fact("open files", Long.toString(unix.getOpenFileDescriptorCount()));
    }
    for (var descriptor = 0; descriptor <= 2; descriptor++) {
      var name = "open file " + descriptor;
      ProcSelf.openFile(descriptor).ifPresent(file -> record.fact(name, file));
    }
  }

  @Override
  public String explanation() {
    return """
    A process is a program in execution together with what the system keeps for it: a number (PID),
    a parent, memory, open files, and at least one thread with a stack of its own.

    Java counts the threads that run Java code. The system counts all of them: a JVM also runs
    garbage collector, compiler and signal threads, written in C++. So a Java program is concurrent
    before you write a single thread. Virtual threads are in neither count: the system does not know
    them.

    The memory promised (virtual) is a range of addresses, and costs almost nothing. What is present
    in RAM (resident) is what the process has touched.
    """;
  }
}
