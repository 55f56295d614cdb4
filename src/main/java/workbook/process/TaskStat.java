package workbook.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux says of a process, or of one of its threads: its name and its state, see
/// proc_pid_stat(5).
///
/// A thread that has been woken and still waits for a processor is awake here, while for Java it
/// waits as before. So a slow machine is not taken for one on which nothing happens.
///
/// @param id the number of the process or the thread; 0 where the system does not tell, and of one
///   that is gone
/// @param name of the program or the thread, its first letters
/// @param state a letter, for example `S` for one that sleeps; `?` where the system does not tell,
///   and of one that is gone
public record TaskStat(long id, String name, char state) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Path CALLER = PROCESSES.resolve("thread-self");

  /// Threads that work for the JVM or for the grader, and that nobody waits for. Some of them wake
  /// up several times a second.
  private static final List<String> SERVANTS =
      List.of("workbook: ", "VM ", "C1 ", "C2 ", "G1 ", "GC ", "Monitor Deflat");

  /// Whether the system tells.
  public static final boolean IS_TOLD = Files.exists(CALLER.resolve("stat"));

  /// Of the first thread of a process.
  public static TaskStat of(ProcessHandle process) {
    return read(folder(process));
  }

  /// Of each thread of a process; empty where the system does not tell, and when it is gone.
  public static List<TaskStat> ofThreads(ProcessHandle process) {
    return threads(folder(process)).stream().map(TaskStat::read).toList();
  }

  /// Of each thread of this process but the one that calls, and those that work for the JVM or for
  /// the grader; empty where the system does not tell.
  public static List<TaskStat> ofOtherThreads() {
    try {
      var caller = CALLER.toRealPath().getFileName();
      return threads(PROCESSES.resolve("self")).stream()
          .filter(thread -> !thread.endsWith(caller))
          .map(TaskStat::read)
          .filter(stat -> SERVANTS.stream().noneMatch(stat.name::startsWith))
          .toList();
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  /// Whether one of them runs, or would if it had a processor; no where the system does not tell.
  public static boolean isAnyOtherThreadAwake() {
    return ofOtherThreads().stream().anyMatch(TaskStat::isAwake);
  }

  private static Path folder(ProcessHandle process) {
    return PROCESSES.resolve(Long.toString(process.pid()));
  }

  private static List<Path> threads(Path process) {
    try (var threads = Files.list(process.resolve("task"))) {
      return threads.toList();
    } catch (IOException | UncheckedIOException goneJustNowOrNotLinux) {
      return List.of();
    }
  }

  private static TaskStat read(Path task) {
    try {
      var text = Files.readString(task.resolve("stat"), ISO_8859_1);
      var end = text.lastIndexOf(')'); // the name may hold anything, parentheses too
      var begin = text.indexOf('(');
      return new TaskStat(
          Long.parseLong(text.substring(0, begin).strip()),
          text.substring(begin + 1, end),
          text.charAt(end + 2));
    } catch (IOException goneJustNowOrNotLinux) {
      return new TaskStat(0, "", '?');
    }
  }

  /// Whether it sleeps until something happens, or is stopped, or has ended.
  public boolean sleeps() {
    return "SZT".indexOf(state) >= 0;
  }

  /// Whether it runs, or would if it had a processor or its disk had answered.
  public boolean isAwake() {
    return "RD".indexOf(state) >= 0;
  }

  /// Whether a signal has stopped it, so that it does nothing until another one lets it go on.
  public boolean isStopped() {
    return state == 'T';
  }

  /// Whether it has ended, and nobody has asked for its exit code yet.
  public boolean isZombie() {
    return state == 'Z';
  }
}
