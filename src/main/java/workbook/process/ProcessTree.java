package workbook.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Processes and everything they started.
public final class ProcessTree {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int MANY = 50;
  private static final int FEW = 3;

  /// `PF_EXITING` of the Linux kernel's `sched.h`.
  private static final long EXITING = 0x4;

  private ProcessTree() {}

  /// Ends these processes and their descendants by force and waits until they are gone.
  public static void end(Stream<ProcessHandle> roots) {
    end(roots, MANY);
  }

  private static void end(Stream<ProcessHandle> roots, int rounds) {
    var family = withDescendants(roots);
    for (var round = 0; round < rounds && !family.isEmpty(); round++) {
      family.forEach(ProcessHandle::destroyForcibly);
      var newborn = withDescendants(family.stream());
      awaitEnd(family);
      family = newborn.stream().distinct().filter(ProcessTree::isAlive).toList();
    }
  }

  /// Ends by force all processes that carry the mark, except this one.
  public static void endMarked(ProcessMark mark) {
    endMarked(mark, MANY);
  }

  private static void endMarked(ProcessMark mark, int rounds) {
    for (var round = 0; round < rounds; round++) {
      var strays = marked(mark);
      if (strays.isEmpty()) {
        return;
      }
      end(strays.stream(), rounds);
    }
  }

  /// Ends by force all that this process has started, and what carries the mark. Gives up after a
  /// few rounds: a server that replaces its dead workers does so until this process is gone.
  static void endOthers(Optional<ProcessMark> mark) {
    end(ProcessHandle.current().children(), FEW);
    mark.ifPresent(ours -> endMarked(ours, FEW));
  }

  /// Whether a process still runs code of its own. One that was killed does not, even while the
  /// system takes it down, or keeps it listed because nobody has asked for its exit code: a zombie.
  public static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isLeaving(process);
  }

  /// What Linux says in `/proc/PID/stat`: behind the name in parentheses come the state and, six
  /// fields on, the flags (proc_pid_stat(5)).
  private static boolean isLeaving(ProcessHandle process) {
    try {
      var stat = Files.readString(file(process, "stat"), ISO_8859_1);
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[0].equals("Z") || (Long.parseLong(fields[6]) & EXITING) != 0;
    } catch (IOException goneOrNotLinux) {
      return false;
    }
  }

  private static List<ProcessHandle> withDescendants(Stream<ProcessHandle> roots) {
    return roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).toList();
  }

  /// Waits a second at most, because a zombie may stay for ever in a container without an init.
  private static void awaitEnd(List<ProcessHandle> killed) {
    var ends = killed.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends).completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
  }

  /// Those that carry the mark, except this process and those that have ended.
  static List<ProcessHandle> marked(ProcessMark mark) {
    if (!Files.isDirectory(PROCESSES)) {
      return List.of();
    }
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(mark::isOn)
        .filter(ProcessTree::isAlive) // the limits of a zombie can be read, too
        .toList();
  }

  private static Path file(ProcessHandle process, String name) {
    return PROCESSES.resolve(Long.toString(process.pid())).resolve(name);
  }
}
