package workbook.grade.mutants;

import static workbook.grade.mutants.Edit.NOTHING;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two statements in another order, and what an exception should have found.
final class OrderOperators {
  static final List<Operator> ALL =
      List.of(OrderOperators::swapped, OrderOperators::noFinally, OrderOperators::noCatch);

  private static final Set<String> STARTS =
      Set.of("start", "execute", "submit", "supplyAsync", "runAsync", "schedule");

  private OrderOperators() {}

  private static Stream<Edit> swapped(Code code) {
    var lines = code.all(LineNumber.class).boxed().toList();
    return IntStream.range(0, lines.size() - 1)
        .filter(at -> isStraight(code, lines.get(at), end(code, lines, at)))
        .filter(at -> isStraight(code, lines.get(at + 1), end(code, lines, at + 1)))
        .filter(
            at ->
                !code.name().endsWith("init>")
                    || startsThread(range(code, lines.get(at), end(code, lines, at + 1))))
        .mapToObj(
            at -> {
              var first = range(code, lines.get(at), end(code, lines, at));
              var second = range(code, lines.get(at + 1), end(code, lines, at + 1));
              var instead = new HashMap<Integer, Consumer<CodeBuilder>>();
              IntStream.range(lines.get(at), end(code, lines, at + 1))
                  .forEach(one -> instead.put(one, NOTHING));
              instead.put(
                  lines.get(at), LockOperators.put(second).andThen(LockOperators.put(first)));
              return new Edit("after the next line", lines.get(at), instead);
            });
  }

  private static int end(Code code, List<Integer> lines, int at) {
    return at + 1 < lines.size() ? lines.get(at + 1) : code.elements().size();
  }

  private static List<CodeElement> range(Code code, int from, int to) {
    return code.elements().subList(from, to);
  }

  /// A line that is entered at its beginning and left at its end.
  private static boolean isStraight(Code code, int from, int to) {
    var part = range(code, from, to);
    return part.stream().anyMatch(Instruction.class::isInstance)
        && part.stream()
            .noneMatch(
                one ->
                    one instanceof BranchInstruction
                        || one instanceof LabelTarget
                        || one instanceof ReturnInstruction
                        || one instanceof ThrowInstruction
                        || one instanceof MonitorInstruction
                        || one instanceof InvokeInstruction call && isConstructors(code, call));
  }

  /// The order in a constructor matters once there is another thread.
  private static boolean startsThread(List<CodeElement> part) {
    return part.stream()
        .anyMatch(
            one ->
                one instanceof InvokeInstruction call
                    && STARTS.contains(call.name().stringValue()));
  }

  /// Whether it is the call of another constructor that a constructor begins with.
  private static boolean isConstructors(Code code, InvokeInstruction call) {
    return code.name().equals("<init>")
        && call.name().equalsString("<init>")
        && code.type()
            .superclass()
            .filter(parent -> parent.asSymbol().equals(call.owner().asSymbol()))
            .isPresent();
  }

  /// After an exception, what stands in `finally` is not done.
  private static Stream<Edit> noFinally(Code code) {
    return byHandler(code, true)
        .filter(places -> !leavesMonitor(code, handler(code, places.getFirst())))
        .filter(places -> places.stream().anyMatch(at -> guardsThrower(code, entry(code, at))))
        .map(
            places ->
                new Edit("no finally", caught(code, places), code.each(places, _ -> NOTHING)));
  }

  private static Stream<Edit> noCatch(Code code) {
    return byHandler(code, false)
        .filter(places -> code.text(caught(code, places)).contains("catch"))
        .map(places -> new Edit("no catch", caught(code, places), code.each(places, _ -> NOTHING)));
  }

  /// The first instruction of a handler.
  private static int caught(Code code, List<Integer> places) {
    return code.next(handler(code, places.getFirst()));
  }

  /// The entries of the table of handlers, by handler.
  private static Stream<List<Integer>> byHandler(Code code, boolean any) {
    Map<Label, List<Integer>> found = new LinkedHashMap<>();
    code.all(ExceptionCatch.class)
        .filter(at -> entry(code, at).catchType().isEmpty() == any)
        .forEach(
            at -> found.computeIfAbsent(entry(code, at).handler(), _ -> new ArrayList<>()).add(at));
    return found.values().stream();
  }

  private static ExceptionCatch entry(Code code, int at) {
    return (ExceptionCatch) code.elements().get(at);
  }

  private static boolean guardsThrower(Code code, ExceptionCatch entry) {
    return code.canThrow(code.place(entry.tryStart()), code.place(entry.tryEnd()));
  }

  private static int handler(Code code, int at) {
    return code.place(entry(code, at).handler());
  }

  /// Whether it is the end of a `synchronized` block, which no program can forget.
  private static boolean leavesMonitor(Code code, int handler) {
    return code.indices()
        .filter(at -> at > handler && code.elements().get(at) instanceof Instruction)
        .limit(3)
        .anyMatch(at -> code.elements().get(at) instanceof MonitorInstruction);
  }
}
