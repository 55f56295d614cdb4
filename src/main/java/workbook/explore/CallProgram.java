package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A small program: what each of several threads calls on one object.
///
/// @param before calls before the threads start
/// @param threads the calls of each thread, at least one each
/// @param after calls when they have ended
record CallProgram(
    List<MethodCall> before, List<List<MethodCall>> threads, List<MethodCall> after) {
  private static final List<String> NAMES = List.of("left", "right", "third");

  /// The same programs with one call less, each.
  List<CallProgram> smaller() {
    var smaller = new ArrayList<CallProgram>();
    for (var thread = 0; thread < threads.size(); thread++) {
      for (var call = 0; call < threads.get(thread).size(); call++) {
        var fewer = new ArrayList<>(threads);
        var part = without(threads.get(thread), call);
        if (part.isEmpty()) {
          fewer.remove(thread);
        } else {
          fewer.set(thread, part);
        }
        if (!fewer.isEmpty()) {
          smaller.add(new CallProgram(before, fewer, after));
        }
      }
    }
    for (var call = 0; call < before.size(); call++) {
      smaller.add(new CallProgram(without(before, call), threads, after));
    }
    for (var call = 0; call < after.size(); call++) {
      smaller.add(new CallProgram(before, threads, without(after, call)));
    }
    return smaller;
  }

  /// The same without the calls at the end.
  CallProgram withoutEnd() {
    return new CallProgram(before, threads, List.of());
  }

  private static List<MethodCall> without(List<MethodCall> calls, int at) {
    var fewer = new ArrayList<>(calls);
    fewer.remove(at);
    return fewer;
  }

  /// Its parts in the order of their beginning: before, each thread, after.
  List<List<MethodCall>> parts() {
    var parts = new ArrayList<List<MethodCall>>();
    parts.add(before);
    parts.addAll(threads);
    parts.add(after);
    return parts;
  }

  /// A line for each thread.
  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    lines.add(line("main", before));
    for (var thread = 0; thread < threads.size(); thread++) {
      lines.add(line(NAMES.get(thread), threads.get(thread)));
    }
    lines.add(line("main", after));
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String line(String thread, List<MethodCall> calls) {
    return calls.isEmpty()
        ? ""
        : "%-6s %s"
            .formatted(
                thread, calls.stream().map(MethodCall::toString).collect(Collectors.joining("; ")));
  }
}
