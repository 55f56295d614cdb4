package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;

/// Redirects calls whose answer depends on the machine: time, chance, settings, language, logs.
final class MachineWeaver {
  private static final ClassDesc MACHINE = Weaver.MACHINE;
  private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
  private static final ClassDesc LOCALE = ClassDesc.of("java.util.Locale");
  private static final long SEED = 42;

  /// Methods that another class has under the same name, and with their receiver as its first
  /// argument; that class is [workbook.explore.model.ModelMachine] if it is not named here.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "java/util/logging/Logger", "workbook.explore.model.ModelLogger",
          "java/lang/System", "workbook.explore.model.ModelLogger$Plain");

  private static final Set<String> LOGGERS =
      Set.of(
          "java/util/logging/Logger.getLogger",
          "java/util/logging/Logger.getAnonymousLogger",
          "java/util/logging/Logger.getGlobal",
          "java/lang/System.getLogger");

  /// With all their overloads.
  private static final Set<String> METHODS =
      Set.of(
          "java/lang/IO.print",
          "java/lang/IO.println",
          "java/lang/IO.readln",
          "java/lang/Math.random",
          "java/lang/Runtime.availableProcessors",
          "java/lang/Runtime.freeMemory",
          "java/lang/Runtime.gc",
          "java/lang/Runtime.maxMemory",
          "java/lang/Runtime.totalMemory",
          "java/lang/StrictMath.random",
          "java/lang/String.formatted",
          "java/lang/System.currentTimeMillis",
          "java/lang/System.gc",
          "java/lang/System.getProperty",
          "java/lang/System.getenv",
          "java/lang/System.identityHashCode",
          "java/lang/System.nanoTime",
          "java/time/ZoneId.systemDefault",
          "java/util/Objects.hash",
          "java/util/Objects.hashCode",
          "java/util/UUID.randomUUID",
          "java/util/concurrent/TimeUnit.sleep",
          "java/util/concurrent/TimeUnit.timedJoin",
          "java/util/concurrent/TimeUnit.timedWait");

  /// Only with these parameters.
  private static final Set<String> OVERLOADS =
      Set.of(
          "java/io/PrintStream.format(Ljava/lang/String;[Ljava/lang/Object;)",
          "java/io/PrintStream.printf(Ljava/lang/String;[Ljava/lang/Object;)",
          "java/lang/String.format(Ljava/lang/String;[Ljava/lang/Object;)",
          "java/lang/String.toLowerCase()",
          "java/lang/String.toUpperCase()",
          "java/time/Instant.now()",
          "java/text/MessageFormat.format(Ljava/lang/String;[Ljava/lang/Object;)",
          "java/util/Arrays.hashCode([Ljava/lang/Object;)",
          "java/util/Collections.shuffle(Ljava/util/List;)",
          "java/util/Locale.getDefault()");

  /// Only with these parameters: those with a language behind them are called instead.
  private static final Set<String> IN_DEFAULT_LANGUAGE =
      Set.of(
          "java/text/DecimalFormatSymbols.getInstance()",
          "java/text/MessageFormat.<init>(Ljava/lang/String;)",
          "java/text/NumberFormat.getCurrencyInstance()",
          "java/text/NumberFormat.getInstance()",
          "java/text/NumberFormat.getIntegerInstance()",
          "java/text/NumberFormat.getNumberInstance()",
          "java/text/NumberFormat.getPercentInstance()",
          "java/text/SimpleDateFormat.<init>(Ljava/lang/String;)",
          "java/time/format/DateTimeFormatter.ofPattern(Ljava/lang/String;)",
          "java/time/format/DateTimeFormatterBuilder.toFormatter()",
          "java/util/Formatter.<init>()",
          "java/util/Formatter.<init>(Ljava/lang/Appendable;)");

  /// A scanner takes the machine's language, and may be told another one.
  private static final ClassDesc SCANNER = ClassDesc.of("java.util.Scanner");

  /// Of those that read no file.
  private static final Set<String> SCANNERS =
      Set.of(
          "java/util/Scanner.<init>(Ljava/io/InputStream;)",
          "java/util/Scanner.<init>(Ljava/lang/Readable;)",
          "java/util/Scanner.<init>(Ljava/lang/String;)");

  /// Constructors without parameters that take a seed from the machine.
  private static final Set<String> SEEDED =
      Set.of("java/util/Random", "java/util/SplittableRandom");

  private MachineWeaver() {}

  /// Whether the call is redirected.
  static boolean redirects(Callee callee) {
    return isSeeded(callee)
        || isLocalised(callee)
        || isNow(callee)
        || isClock(callee)
        || isScanner(callee)
        || stands(callee);
  }

  /// Whether others can notice the call, or the thread waits in it.
  static boolean isStep(Callee callee) {
    return switch (callee.name()) {
      case "identityHashCode",
          "now",
          "nanoTime",
          "currentTimeMillis",
          "sleep",
          "timedJoin",
          "timedWait" ->
          true;
      default -> false;
    };
  }

  private static boolean stands(Callee callee) {
    var name = callee.owner() + "." + callee.name();
    return METHODS.contains(name) || LOGGERS.contains(name) || OVERLOADS.contains(overload(callee));
  }

  private static boolean isLocalised(Callee callee) {
    return IN_DEFAULT_LANGUAGE.contains(overload(callee));
  }

  private static String overload(Callee callee) {
    var parameters = callee.descriptor().substring(0, callee.descriptor().indexOf(')') + 1);
    return callee.owner() + "." + callee.name() + parameters;
  }

  private static boolean isScanner(Callee callee) {
    return SCANNERS.contains(overload(callee));
  }

  private static boolean isSeeded(Callee callee) {
    return callee.isConstructor()
        && SEEDED.contains(callee.owner())
        && callee.descriptor().equals("()V");
  }

  /// `LocalTime.now()` and its like, with a time zone or without.
  private static boolean isNow(Callee callee) {
    return callee.owner().startsWith("java/time/")
        && callee.name().equals("now")
        && !callee.owner().endsWith("/Instant")
        && !callee.descriptor().startsWith("(Ljava/time/Clock;)");
  }

  private static boolean isClock(Callee callee) {
    return callee.owner().equals("java/time/Clock") && callee.name().startsWith("system");
  }

  /// Writes a call that it [#redirects].
  static void call(CodeBuilder code, Callee callee) {
    if (isSeeded(callee)) {
      code.loadConstant(SEED)
          .invokespecial(callee.ownerDesc(), "<init>", MethodTypeDesc.of(CD_void, CD_long));
    } else if (isLocalised(callee)) {
      var type = callee.type();
      code.getstatic(LOCALE, "ROOT", LOCALE)
          .invoke(
              callee.opcode(),
              callee.ownerDesc(),
              callee.name(),
              type.insertParameterTypes(type.parameterCount(), LOCALE),
              callee.isInterface());
    } else if (isScanner(callee)) { // javac keeps the new object on the stack
      code.invokespecial(callee.ownerDesc(), "<init>", callee.type())
          .dup()
          .getstatic(LOCALE, "ROOT", LOCALE)
          .invokevirtual(SCANNER, "useLocale", MethodTypeDesc.of(SCANNER, LOCALE))
          .pop();
    } else if (isClock(callee)) {
      code.invokestatic(MACHINE, "clock", callee.type());
    } else if (isNow(callee)) {
      code.invokestatic(MACHINE, "clock", callee.type().changeReturnType(CLOCK))
          .invokestatic(
              callee.ownerDesc(), "now", MethodTypeDesc.of(callee.type().returnType(), CLOCK));
    } else {
      var type = callee.type();
      code.invokestatic(
          standIn(callee),
          standsIn(callee),
          callee.isStatic() ? type : type.insertParameterTypes(0, callee.ownerDesc()));
    }
  }

  /// The name of the method that stands in, where it cannot be the same.
  private static String standsIn(Callee callee) {
    return switch (callee.owner() + "." + callee.name()) {
      case "java/util/logging/Logger.getGlobal" -> "getAnonymousLogger";
      case "java/text/MessageFormat.format" -> "formatMessage";
      default -> callee.name();
    };
  }

  private static ClassDesc standIn(Callee callee) {
    return LOGGERS.contains(callee.owner() + "." + callee.name())
        ? ClassDesc.of(ELSEWHERE.get(callee.owner()))
        : MACHINE;
  }
}
