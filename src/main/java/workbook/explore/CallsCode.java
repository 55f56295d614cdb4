package workbook.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Programs of calls, each with one of its schedules, as strings that no shell takes apart.
///
/// `add.1/add.2,total.1/main:total.1@2.1+6fe873f7` reads: one thread makes the first call of `add`
/// that there is, another one the second and a call of `total`; when they have ended, main calls
/// `total`; and the schedule is `2.1+6fe873f7`. What main calls before the threads start stands in
/// front of them, as `main:…`, too.
final class CallsCode {
  private static final String MAIN = "main:";
  private static final int MOST_THREADS = 3;

  private final Map<String, MethodCall> calls = new LinkedHashMap<>();
  private final Map<MethodCall, String> names = new HashMap<>();

  /// One run.
  record NamedRun(CallProgram program, Schedule schedule) {}

  /// @param all every call that a program may be made of, in an order that is always the same
  CallsCode(List<MethodCall> all) {
    var numbers = new HashMap<String, Integer>();
    for (var call : all) {
      if (!names.containsKey(call)) {
        var name = call.method() + "." + numbers.merge(call.method(), 1, Integer::sum);
        calls.put(name, call);
        names.put(call, name);
      }
    }
  }

  String write(CallProgram program, Schedule schedule) {
    var parts = new ArrayList<String>();
    if (!program.before().isEmpty()) {
      parts.add(MAIN + part(program.before()));
    }
    program.threads().forEach(thread -> parts.add(part(thread)));
    if (!program.after().isEmpty()) {
      parts.add(MAIN + part(program.after()));
    }
    return String.join("/", parts) + "@" + schedule;
  }

  private String part(List<MethodCall> part) {
    return part.stream().map(names::get).collect(Collectors.joining(","));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException with one plain sentence when it is no such text, or names
  ///   calls that there are not
  NamedRun read(String text) {
    var at = text.lastIndexOf('@');
    if (at < 0) {
      throw wrong(text);
    }
    var parts = new ArrayList<>(Arrays.asList(text.substring(0, at).split("/", -1)));
    List<MethodCall> before = List.of();
    List<MethodCall> after = List.of();
    if (parts.getFirst().startsWith(MAIN)) {
      before = calls(parts.removeFirst().substring(MAIN.length()), text);
    }
    if (!parts.isEmpty() && parts.getLast().startsWith(MAIN)) {
      after = calls(parts.removeLast().substring(MAIN.length()), text);
    }
    if (parts.isEmpty() || parts.size() > MOST_THREADS) {
      throw wrong(text);
    }
    var threads = parts.stream().map(part -> calls(part, text)).toList();
    var schedule = Schedule.parse(text.substring(at + 1));
    return new NamedRun(new CallProgram(before, threads, after), schedule);
  }

  private List<MethodCall> calls(String part, String text) {
    return Arrays.stream(part.split(",", -1)).map(name -> call(name, text)).toList();
  }

  private MethodCall call(String name, String text) {
    if (!name.matches("[^.]{1,1000}\\.\\d{1,9}")) {
      throw wrong(text);
    }
    var call = calls.get(name);
    if (call == null) {
      throw new IllegalArgumentException(
          "this schedule is of other calls: there is no %s among %s"
              .formatted(name, String.join(", ", calls.keySet())));
    }
    return call;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a schedule of a program of calls; copy it whole from the report, for"
            + " example add.1/add.1/main:total.1@2.1+5c3f00a1");
  }
}
