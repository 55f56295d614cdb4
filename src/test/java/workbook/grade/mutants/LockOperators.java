package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Locks that guard less than they should.
final class LockOperators {
  static final List<Operator> ALL =
      List.of(
          LockOperators::withoutLocks,
          LockOperators::withoutMonitors,
          LockOperators::anotherObject,
          LockOperators::otherOrder,
          LockOperators::lockSplit,
          LockOperators::monitorSplit,
          LockOperators::methodSplit);

  private static final String LOCKS = "java.util.concurrent.locks";

  private LockOperators() {}

  /// No `lock()` and no `unlock()` in the whole method.
  private static Stream<Edit> withoutLocks(Code code) {
    var calls = lockCalls(code, "lock", "lockInterruptibly", "unlock").boxed().toList();
    return calls.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Edit("does not lock", calls.getFirst(), code.each(calls, _ -> made -> made.pop())));
  }

  private static IntStream lockCalls(Code code, String... names) {
    return code.all(InvokeInstruction.class)
        .filter(at -> code.call(at).owner().asSymbol().packageName().equals(LOCKS))
        .filter(at -> List.of(names).contains(code.call(at).name().stringValue()))
        .filter(at -> code.call(at).typeSymbol().parameterCount() == 0);
  }

  private static IntStream enters(Code code) {
    return code.all(MonitorInstruction.class)
        .filter(
            at -> ((MonitorInstruction) code.elements().get(at)).opcode() == Opcode.MONITORENTER);
  }

  /// One `synchronized` block that is none.
  private static Stream<Edit> withoutMonitors(Code code) {
    return enters(code)
        .mapToObj(
            at -> {
              var all = new ArrayList<>(exits(code, at));
              all.add(at);
              return new Edit("does not lock", at, code.each(all, _ -> made -> made.pop()));
            });
  }

  /// Where a block that was entered is left: each exit loads what the entry has stored.
  private static List<Integer> exits(Code code, int enter) {
    var slot = slot(code, enter);
    return code.all(MonitorInstruction.class)
        .filter(at -> at > enter)
        .filter(
            at ->
                code.element(code.previous(at), LoadInstruction.class)
                    .map(load -> load.slot() == slot)
                    .orElse(false))
        .boxed()
        .toList();
  }

  private static int slot(Code code, int enter) {
    return code.element(code.previous(enter), StoreInstruction.class)
        .map(StoreInstruction::slot)
        .orElse(-1);
  }

  /// `synchronized (new Object())`: a lock that nobody else has.
  private static Stream<Edit> anotherObject(Code code) {
    return enters(code)
        .filter(at -> slot(code, at) >= 0)
        .mapToObj(
            at -> {
              // dup, store, monitorenter: what is stored is what is locked.
              var dup = code.previous(code.previous(at));
              Consumer<CodeBuilder> fresh =
                  made ->
                      made.pop()
                          .new_(ConstantDescs.CD_Object)
                          .dup()
                          .invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                          .with(code.elements().get(dup));
              return new Edit("locks another object", at, Map.of(dup, fresh));
            });
  }

  /// Two locks, the second one first.
  private static Stream<Edit> otherOrder(Code code) {
    var locks =
        IntStream.concat(lockCalls(code, "lock", "lockInterruptibly"), enters(code))
            .sorted()
            .boxed()
            .toList();
    return IntStream.range(1, locks.size())
        .mapToObj(second -> swapped(code, locks.get(second - 1), locks.get(second)))
        .flatMap(List::stream);
  }

  private static List<Edit> swapped(Code code, int first, int second) {
    var one = receiver(code, first);
    var other = receiver(code, second);
    if (one.size() != 1 || other.size() != 1) {
      return List.of();
    }
    return List.of(
        new Edit(
            "locks in another order",
            first,
            Map.of(
                one.getFirst(), put(List.of(code.elements().get(other.getFirst()))),
                other.getFirst(), put(List.of(code.elements().get(one.getFirst()))))));
  }

  /// Where the object is loaded; empty when that takes more than one instruction.
  private static List<Integer> receiver(Code code, int at) {
    var isMonitor = code.elements().get(at) instanceof MonitorInstruction;
    var load = code.previous(isMonitor ? code.previous(code.previous(at)) : at);
    return code.element(load, LoadInstruction.class).isPresent() ? List.of(load) : List.of();
  }

  static Consumer<CodeBuilder> put(List<? extends CodeElement> elements) {
    return made -> elements.forEach(made::with);
  }

  /// Lets others in between two lines that belong together.
  private static Stream<Edit> lockSplit(Code code) {
    var locks = lockCalls(code, "lock", "lockInterruptibly").boxed().toList();
    if (locks.size() != 1) {
      return Stream.empty();
    }
    var lock = locks.getFirst();
    var object = code.receiver(lock);
    var unlock = lockCalls(code, "unlock").filter(at -> at > lock).min().orElse(-1);
    if (object.isEmpty() || unlock < 0) {
      return Stream.empty();
    }
    var last = IntStream.range(0, object.size()).reduce(unlock, (at, _) -> code.previous(at));
    var call = code.call(lock);
    Consumer<CodeBuilder> gap =
        made -> {
          put(object).accept(made);
          invoke(made, call, "unlock");
          put(object).accept(made);
          invoke(made, call, "lock");
        };
    return gaps(code, lock, last, gap);
  }

  private static void invoke(CodeBuilder made, InvokeInstruction call, String name) {
    made.invoke(
        call.opcode(), call.owner().asSymbol(), name, ConstantDescs.MTD_void, call.isInterface());
  }

  private static Stream<Edit> monitorSplit(Code code) {
    return enters(code)
        .filter(at -> slot(code, at) >= 0 && !exits(code, at).isEmpty())
        .boxed()
        .flatMap(
            at -> {
              var slot = slot(code, at);
              Consumer<CodeBuilder> gap =
                  made -> made.aload(slot).monitorexit().aload(slot).monitorenter();
              return gaps(code, at, code.previous(exits(code, at).getFirst()), gap);
            });
  }

  private static Stream<Edit> methodSplit(Code code) {
    var flags = code.method().flags();
    if (!flags.has(AccessFlag.SYNCHRONIZED) || flags.has(AccessFlag.STATIC)) {
      return Stream.empty();
    }
    Consumer<CodeBuilder> gap = made -> made.aload(0).monitorexit().aload(0).monitorenter();
    return gaps(code, 0, code.elements().size() - 1, gap);
  }

  /// Before each line but the first between two places.
  private static Stream<Edit> gaps(Code code, int from, int to, Consumer<CodeBuilder> gap) {
    return code.all(LineNumber.class)
        .filter(at -> at > from && at < to && code.line(at) > code.line(from))
        .skip(1)
        .filter(at -> code.line(at) != code.line(to) && !code.text(at).startsWith("."))
        .filter(at -> code.reachesOut(from + 1, at) && code.reachesOut(at, to))
        .mapToObj(
            at ->
                new Edit(
                    "lets others in before this line",
                    at,
                    Map.of(at, made -> gap.accept(made.with(code.elements().get(at))))));
  }
}
