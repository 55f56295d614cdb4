package workbook.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.LogicalThread;

/// What a run that failed has to say beside its steps: what failed, where, and what led there that
/// is easily overlooked.
final class FailureFacts {
  private static final Pattern ASKS =
      Pattern.compile(
          "get|join|resultNow|exceptionNow|getNow|invoke"
              + "|(handle|whenComplete|exceptionally(Compose)?)(Async)?");

  /// Of causes; one may be its own.
  private static final int LONGEST_CHAIN = 50;

  private final Sources sources;
  private final List<TraceEntry> entries;
  private final List<LogicalThread> threads;
  private final List<Kept> kept = new ArrayList<>();
  private final Map<LogicalThread, OpenCalls.Call> waits = new HashMap<>();
  private boolean timedOut;
  private DataRace race;
  private int racedAt;

  /// What a task threw.
  ///
  /// @param futures those that keep it: the task's own, and all that were waiting for that one
  /// @param catches where it was caught after that
  private record Kept(
      LogicalThread thread, Throwable thrown, Set<Object> futures, List<Catch> catches) {
    Kept(LogicalThread thread, Throwable thrown) {
      this(thread, thrown, Collections.newSetFromMap(new IdentityHashMap<>()), new ArrayList<>());
    }

    /// Whether it is what was thrown, or the cause of that.
    boolean isIn(Throwable other) {
      return Stream.iterate(other, Objects::nonNull, Throwable::getCause)
          .limit(LONGEST_CHAIN)
          .anyMatch(link -> link == thrown);
    }
  }

  private record Catch(LogicalThread thread, CodeLocation site) {
    String words() {
      return thread.name() + ", which caught it at " + site.file() + ":" + site.line();
    }
  }

  /// How a run ended, in words.
  ///
  /// @param ending one sentence; empty when it goes on
  /// @param facts one sentence each
  record Explanation(String ending, List<String> facts) {}

  /// @param entries what has been recorded so far
  /// @param threads all that were started so far
  FailureFacts(Sources sources, List<TraceEntry> entries, List<LogicalThread> threads) {
    this.sources = sources;
    this.entries = entries;
    this.threads = threads;
  }

  /// Notes that a future keeps what its task threw; false if that is known already.
  boolean kept(LogicalThread thread, Object future, Throwable thrown) {
    var before = kept.stream().filter(one -> one.isIn(thrown)).findFirst();
    var task = before.orElseGet(() -> new Kept(thread, thrown));
    task.futures.add(future);
    if (before.isEmpty()) {
      kept.add(task);
    }
    return before.isEmpty();
  }

  /// Notes that something was caught, which may come from a future.
  void caught(LogicalThread thread, CodeLocation site, Throwable thrown) {
    kept.stream()
        .filter(one -> one.isIn(thrown))
        .forEach(one -> one.catches.add(new Catch(thread, site)));
  }

  /// Notes the first race, before or just after the step that makes it one.
  void raced(DataRace found) {
    race = found;
    racedAt = Math.max(0, entries.size() - 1);
  }

  /// Notes in which call a thread begins to wait; null when that is not known.
  void waits(LogicalThread thread, OpenCalls.Call call) {
    waits.put(thread, call);
  }

  /// Notes that a time-out has ended a wait.
  ///
  /// @param forSomebody whether somebody else could have ended it, too
  void timedOut(boolean forSomebody) {
    timedOut |= forSomebody;
  }

  /// @param result how the run ended; null when it has not
  /// @param shown the steps that a reader sees
  Explanation of(ExecutionResult result, List<TraceEntry> shown) {
    return switch (result) {
      case null -> new Explanation("", List.of());
      case ExecutionResult.Failed failed -> {
        var kind = FailureKind.of(failed.kind()).words();
        yield new Explanation(kind + ": " + what(failed), facts(failed, shown));
      }
      case ExecutionResult.Refused refused ->
          new Explanation(new Verdict.Refused(refused.what()).says(), List.of());
      case ExecutionResult.TooLong tooLong ->
          new Explanation(new Verdict.TooLong(tooLong.what()).says(), List.of());
      case ExecutionResult.Passed _ ->
          new Explanation("nothing fails under this schedule", List.of());
      case ExecutionResult.Pruned _, ExecutionResult.Discovery _ -> new Explanation("", List.of());
    };
  }

  private String what(ExecutionResult.Failed failed) {
    return switch (failed.kind()) {
      case DATA_RACE -> raced() == null ? failed.says() : race.says(raced().step.target());
      case DEADLOCK, LOST_WAKEUP -> failed.says() + onlyMainWaits();
      case ASSERTION -> assertion(failed);
      default -> failed.says();
    };
  }

  /// A check without a message is told by its line.
  private String assertion(ExecutionResult.Failed failed) {
    if (!ThrownText.isMute(failed.cause())) {
      return failed.says();
    }
    return ThrownText.place(failed.cause())
        .map(
            frame -> {
              var source = source(frame).replaceFirst(";$", "");
              var at = ", at " + frame.getFileName() + ":" + frame.getLineNumber();
              return failed.thread().name()
                  + ": "
                  + (source.isEmpty() ? "a check without a message" : source)
                  + (source.startsWith("assert") ? " does not hold" : "")
                  + at;
            })
        .orElse(failed.says());
  }

  private String source(StackTraceElement frame) {
    return sources.line(frame.getClassName(), frame.getFileName(), frame.getLineNumber());
  }

  /// Where nobody is left but the thread that began, what it waits for is all there is to say.
  private String onlyMainWaits() {
    var left = threads.stream().filter(thread -> thread.waits() && !thread.idle()).toList();
    if (left.size() != 1 || left.getFirst() != threads.getFirst()) {
      return "";
    }
    var site = left.getFirst().site();
    var source = sources.line(site.type(), site.file(), site.line());
    return source.isEmpty() ? "" : ", only main is left and waits: " + source;
  }

  private List<String> facts(ExecutionResult.Failed failed, List<TraceEntry> shown) {
    var facts = new ArrayList<>(failed.facts());
    if (failed.cause() != null && !ThrownText.isMute(failed.cause())) {
      thrown(failed, shown, facts);
    }
    for (var one : kept) {
      if (one.thrown != failed.cause()) {
        facts.add(sentence(one, failed));
      }
    }
    for (var thread : threads) {
      if (thread.thrown() != null && thread.thrown() != failed.cause()) {
        facts.add(
            thread.name()
                + " ended by "
                + ThrownText.of(thread.thrown())
                + ThrownText.at(thread.thrown()));
      }
    }
    waits.forEach(
        (thread, call) -> {
          if (thread.waits() && call != null && isForEver(call)) {
            facts.add(
                "%s(%s) has no time limit: 0 means for ever"
                    .formatted(call.site.name(), call.arguments));
          }
        });
    if (timedOut) {
      facts.add("a timed wait may end at once: even an hour is no promise");
    }
    if (failed.kind() == ExecutionResult.Kind.DATA_RACE && raced() != null) {
      race(facts);
    }
    return facts;
  }

  /// `Object.wait` and `Thread.join`; to others a time of 0 means not to wait at all.
  private static boolean isForEver(OpenCalls.Call call) {
    return (call.site.name().equals("wait") || call.site.name().equals("join"))
        && call.arguments.matches("0(, 0)?");
  }

  /// Where it was thrown, unless the last step stands in that line.
  private void thrown(ExecutionResult.Failed failed, List<TraceEntry> shown, List<String> facts) {
    ThrownText.place(failed.cause())
        .ifPresent(
            frame -> {
              var place = frame.getFileName() + ":" + frame.getLineNumber();
              var last =
                  shown.stream()
                      .filter(entry -> entry.thread == failed.thread())
                      .reduce((_, later) -> later)
                      .map(entry -> entry.step.place());
              if (last.filter(place::equals).isEmpty()) {
                var source = source(frame);
                facts.add("thrown at " + place + (source.isEmpty() ? "" : ": " + source));
              }
            });
  }

  private String sentence(Kept one, ExecutionResult.Failed failed) {
    return one.thread.name()
        + " threw "
        + ThrownText.of(one.thrown)
        + ThrownText.at(one.thrown)
        + receiver(one, failed)
            .map(who -> "; its future gave that to " + who)
            .orElse("; nobody asks the future that keeps it");
  }

  /// Who got from a future what it keeps.
  private Optional<String> receiver(Kept one, ExecutionResult.Failed failed) {
    if (!one.catches.isEmpty()) {
      return Optional.of(one.catches.getLast().words());
    }
    if (one.isIn(failed.cause())) {
      return Optional.of(failed.thread().name());
    }
    var asked =
        entries.stream()
            .anyMatch(
                entry ->
                    one.futures.contains(entry.object)
                        && ASKS.matcher(entry.site.name()).matches());
    return threads.stream()
        .filter(thread -> one.isIn(thread.thrown()))
        .map(LogicalThread::name)
        .findFirst()
        .or(() -> asked ? Optional.of("who asked") : Optional.empty());
  }

  /// The step that made the race one; null when it was not recorded.
  private TraceEntry raced() {
    return entries.stream()
        .skip(racedAt)
        .filter(
            entry ->
                race != null && entry.object == race.location() && entry.thread == race.thread())
        .findFirst()
        .orElse(null);
  }

  private void race(List<String> facts) {
    var second = raced();
    var before = entries.subList(0, entries.indexOf(second));
    before.stream()
        .filter(entry -> entry.object == race.location() && entry.thread == race.other())
        .filter(entry -> entry.isAccess() && !(second.isRead() && entry.isRead()))
        .reduce((_, later) -> later)
        .ifPresent(first -> facts.add(access(first)));
    facts.add(access(second));
    facts.add(
        "no check failed, but Java promises nothing where nothing orders two accesses: a thread may"
            + " see an old value, half of a new one, or a collection in the middle of a change");
  }

  private static String access(TraceEntry entry) {
    var step = entry.step;
    var does =
        step.does().startsWith("calls ")
            ? "calls " + StepSentence.called(step, "")
            : step.does() + " " + step.target();
    var held = entry.held.isEmpty() ? "no lock" : String.join(" and ", entry.held);
    return "%s %s at %s, holding %s".formatted(step.thread(), does, step.place(), held);
  }
}
