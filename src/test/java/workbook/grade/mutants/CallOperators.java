package workbook.grade.mutants;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// A call that was forgotten, or another one in its place.
final class CallOperators {
  static final List<Operator> ALL =
      List.of(
          CallOperators::dropped,
          CallOperators::renamed,
          CallOperators::overflows,
          CallOperators::sameObject,
          CallOperators::unbounded);

  /// What a call is taken for.
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("signalAll", "signal"),
          Map.entry("notifyAll", "notify"),
          Map.entry("start", "run"),
          Map.entry("min", "max"),
          Map.entry("max", "min"),
          Map.entry("addLast", "addFirst"),
          Map.entry("addFirst", "addLast"),
          Map.entry("removeFirst", "removeLast"),
          Map.entry("pollFirst", "pollLast"),
          Map.entry("putIfAbsent", "put"),
          Map.entry("toNanos", "toMicros"),
          Map.entry("toMillis", "toSeconds"),
          Map.entry("toSeconds", "toMillis"),
          Map.entry("writeLock", "readLock"));

  /// Calls that the compiler adds; no line names them.
  private static final Set<String> ADDED =
      Set.of("addSuppressed", "valueOf", "intValue", "longValue", "booleanValue");

  private CallOperators() {}

  /// Each call whose result nobody looks at.
  private static Stream<Edit> dropped(Code code) {
    return calls(
        code,
        call -> !ADDED.contains(call.name().stringValue()) && call.opcode() != Opcode.INVOKESPECIAL,
        at ->
            code.isVoid(at) || code.isIgnored(at)
                ? made -> Code.popCall(made, code.call(at))
                : null,
        call -> "drops " + call.name().stringValue() + "()");
  }

  private static Stream<Edit> renamed(Code code) {
    return calls(
        code,
        call -> RENAMED.containsKey(call.name().stringValue()),
        at -> made -> rename(made, code.call(at)),
        call -> "%s() for %s()".formatted(RENAMED.get(call.name().stringValue()), call.name()));
  }

  private static void rename(CodeBuilder made, InvokeInstruction call) {
    var name = RENAMED.get(call.name().stringValue());
    made.invoke(
        call.opcode(), call.owner().asSymbol(), name, call.typeSymbol(), call.isInterface());
  }

  /// Arithmetic that overflows without a word.
  private static Stream<Edit> overflows(Code code) {
    return calls(
        code,
        call -> call.owner().asSymbol().displayName().equals("Math"),
        at -> plain(code.call(at)),
        call -> "overflows, without " + call.name() + "()");
  }

  private static Consumer<CodeBuilder> plain(InvokeInstruction call) {
    return switch (call.name() + call.typeSymbol().displayDescriptor()) {
      case "addExact(int,int)int" -> CodeBuilder::iadd;
      case "addExact(long,long)long" -> CodeBuilder::ladd;
      case "subtractExact(int,int)int" -> CodeBuilder::isub;
      case "subtractExact(long,long)long" -> CodeBuilder::lsub;
      case "multiplyExact(int,int)int" -> CodeBuilder::imul;
      case "multiplyExact(long,long)long" -> CodeBuilder::lmul;
      case "incrementExact(int)int" -> made -> made.iconst_1().iadd();
      case "incrementExact(long)long" -> made -> made.lconst_1().ladd();
      case "toIntExact(long)int" -> CodeBuilder::l2i;
      default -> null;
    };
  }

  /// `==` where `equals()` is meant.
  private static Stream<Edit> sameObject(Code code) {
    return calls(
        code,
        call ->
            call.name().equalsString("equals")
                && call.typeSymbol().returnType().descriptorString().equals("Z"),
        _ -> CallOperators::compareObjects,
        _ -> "== for equals()");
  }

  private static void compareObjects(CodeBuilder made) {
    made.ifThenElse(Opcode.IF_ACMPEQ, same -> same.iconst_1(), different -> different.iconst_0());
  }

  /// As much room as anybody wants.
  private static Stream<Edit> unbounded(Code code) {
    return calls(
        code,
        call ->
            call.name().equalsString("newFixedThreadPool")
                && call.typeSymbol().parameterCount() == 1,
        at ->
            made -> {
              var call = code.call(at);
              var plain = call.typeSymbol().dropParameterTypes(0, 1);
              made.pop().invokestatic(call.owner().asSymbol(), "newCachedThreadPool", plain);
            },
        _ -> "a pool without a bound");
  }

  /// One edit for each call that was written, whatever copies of it the compiler made.
  ///
  /// @param instead of a call; null when it stays
  static Stream<Edit> calls(
      Code code,
      Function<InvokeInstruction, Boolean> which,
      IntFunction<Consumer<CodeBuilder>> instead,
      Function<InvokeInstruction, String> mistake) {
    return code.all(InvokeInstruction.class)
        .filter(at -> which.apply(code.call(at)) && instead.apply(at) != null)
        .filter(at -> code.copies(at).getFirst() == at)
        .mapToObj(
            at -> new Edit(mistake.apply(code.call(at)), at, code.each(code.copies(at), instead)));
  }
}
