package workbook.grade.worker;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;

/// The threads of this JVM, and what each of the platform threads is doing: among them those that
/// carry virtual threads, and those that wake them when their time has come.
final class ThreadDump {
  /// Threads that belong to nobody's code: they live as long as the JVM.
  private static final Set<Thread> ALWAYS_THERE = Set.copyOf(Thread.getAllStackTraces().keySet());

  /// The grader's own threads. Known as such, because anybody can call a thread as they like.
  private static final Set<Thread> OURS = ConcurrentHashMap.newKeySet();

  /// Threads that nobody waits for, of those that the JDK starts for itself.
  private static final List<String> UNCONCERNED =
      List.of("Common-Cleaner", "VirtualThread-unblocker");

  private final Map<Thread, StackTraceElement[]> stacks;

  private final Set<Thread> virtual;

  private ThreadDump(Map<Thread, StackTraceElement[]> stacks, Set<Thread> virtual) {
    this.stacks = stacks;
    this.virtual = virtual;
  }

  /// To be called first of all, by the thread that will run the tests.
  static void begin() {
    if (ALWAYS_THERE.isEmpty()) {
      throw new IllegalStateException("no thread is running");
    }
  }

  static ThreadDump now() {
    return new ThreadDump(Thread.getAllStackTraces(), VirtualThreads.alive().collect(toSet()));
  }

  /// About how many threads live; quick to ask, however many there are.
  static int size() {
    var group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group.activeCount();
  }

  /// A daemon thread that is not counted.
  static void startOurs(String name, Runnable work) {
    var thread = Thread.ofPlatform().daemon().name("workbook: " + name).unstarted(work);
    OURS.add(thread);
    thread.start();
  }

  /// The threads that live, virtual ones too, other than the JDK's own and ours.
  Set<Thread> guests() {
    return Stream.concat(stacks.keySet().stream(), virtual.stream())
        .filter(thread -> thread.isAlive() && !OURS.contains(thread) && !isOfJdk(thread))
        .collect(toCollection(HashSet::new));
  }

  /// Whether the JDK has started it when it was first needed, and lets it stay.
  private static boolean isOfJdk(Thread thread) {
    return isInternal(thread)
        || thread instanceof ForkJoinWorkerThread worker
            && worker.getPool() == ForkJoinPool.commonPool()
        || thread.getClass().getName().equals("java.util.concurrent.DelayScheduler");
  }

  /// Whether its class is one that only the JDK can make threads of.
  private static boolean isInternal(Thread thread) {
    return thread.getClass().getName().startsWith("jdk.internal.");
  }

  /// Whether nobody can go on: every thread waits, without a limit, for another one.
  ///
  /// @param tests the thread that runs the tests
  boolean isStill(Thread tests) {
    return stacks.keySet().stream()
        .filter(thread -> thread == tests || !ALWAYS_THERE.contains(thread))
        .filter(thread -> !OURS.contains(thread))
        .filter(thread -> !isInternal(thread) || !UNCONCERNED.contains(thread.getName()))
        .allMatch(thread -> waits(thread) || isIdle(stacks.get(thread)));
  }

  private static boolean waits(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, BLOCKED, TERMINATED -> true;
      case NEW, RUNNABLE, TIMED_WAITING -> false;
    };
  }

  /// Whether it is a pool's worker without work. Such a worker may wait with a limit, but only to
  /// end itself.
  private static boolean isIdle(StackTraceElement[] stack) {
    var methods =
        Arrays.stream(stack).map(frame -> frame.getClassName() + "." + frame.getMethodName());
    var called = methods.toList();
    return called.contains("java.util.concurrent.ForkJoinPool.awaitWork")
        || called.contains("java.util.concurrent.ThreadPoolExecutor.getTask")
            && called.stream().noneMatch(method -> method.contains("DelayedWorkQueue"));
  }

  /// Who waits where in the learner's code, for example `the test at Tally.java:12, 2 others at
  /// Tally.java:30`. Threads are counted, not named: their names hold numbers that depend on what
  /// ran before.
  String places(Thread tests, String room) {
    var others = new TreeMap<String, Integer>();
    var test = "";
    for (var one : stacks.entrySet()) {
      var place = innermost(one.getValue(), room);
      if (one.getKey() == tests) {
        test = "the test" + (place.isEmpty() ? "" : " at " + place);
      } else if (!place.isEmpty()) {
        others.merge(place, 1, Integer::sum);
      }
    }
    var all = new StringBuilder(test);
    others.forEach(
        (place, times) ->
            all.append(", ")
                .append(times == 1 ? "another thread" : times + " other threads")
                .append(" at ")
                .append(place));
    return all.toString();
  }

  /// The method of the learner's that the test, or else another thread, called and that has not
  /// ended, for example `Tally.add`; empty for none, and when the explorer is at work: it calls
  /// them again and again.
  String called(Thread tests, String room) {
    if (stacks.keySet().stream().anyMatch(thread -> thread.getName().startsWith("explorer"))) {
      return "";
    }
    var test = outermost(stacks.getOrDefault(tests, new StackTraceElement[0]), room);
    return test.isEmpty()
        ? stacks.values().stream()
            .map(stack -> outermost(stack, room))
            .filter(method -> !method.isEmpty())
            .sorted()
            .findFirst()
            .orElse("")
        : test;
  }

  /// The loop of the learner's that the test is in, for example `Tally.java:12`: the first that was
  /// entered. Empty for none.
  String loop(Thread tests, String room, Map<String, byte[]> classes) {
    var stack = List.of(stacks.getOrDefault(tests, new StackTraceElement[0]));
    for (var frame : stack.reversed()) {
      var line =
          frame.getClassName().startsWith(room + ".") && classes.containsKey(frame.getClassName())
              ? LoopFinder.around(
                  frame.getLineNumber(), frame.getMethodName(), classes.get(frame.getClassName()))
              : OptionalInt.empty();
      if (line.isPresent()) {
        return frame.getFileName() + ":" + line.getAsInt();
      }
    }
    return "";
  }

  private static String innermost(StackTraceElement[] stack, String room) {
    return Arrays.stream(stack)
        .filter(frame -> frame.getClassName().startsWith(room + "."))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }

  private static String outermost(StackTraceElement[] stack, String room) {
    return Arrays.stream(stack)
        .filter(frame -> frame.getClassName().startsWith(room + "."))
        .reduce((inner, outer) -> outer)
        .map(frame -> frame.getClassName().substring(room.length() + 1) + "." + method(frame))
        .orElse("");
  }

  private static String method(StackTraceElement frame) {
    return switch (frame.getMethodName()) {
      case "<init>" -> "its constructor";
      case "<clinit>" -> "its static initialiser";
      default -> frame.getMethodName();
    };
  }
}
