package workbook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A small concurrent program that was made up: what its threads do, as Java.
///
/// Printed, it is a scenario that tells how it ended to [FinalStates]: what each thread saw, and
/// what is in the shared variables when all have ended.
///
/// @param threads the statements of each thread
/// @param child those of a thread that one of them may start
/// @param initialisers those that initialise the classes `K0` and `K1`
record GeneratedProgram(
    List<List<Statement>> threads, List<Statement> child, List<List<Statement>> initialisers) {
  /// The name of the printed class.
  static final String NAME = "Generated";

  /// What a program may share: the word that tells that it does, and the declaration.
  private static final Map<String, String> SHARED = new LinkedHashMap<>();

  /// What of it belongs to the final state, as an expression.
  private static final Map<String, String> TOLD = new LinkedHashMap<>();

  static {
    shared("a", "int a;", "a");
    shared("c", "int c;", "c");
    shared("big", "long big;", "fold(big)");
    shared("ref", "Box ref;", "(ref == null ? 0 : ref.plain)");
    shared("early", "Early early;", "(early == null ? 0 : early.fixed)");
    shared("cells", "final int[] cells = new int[2];", "cells[0] + \"|\" + cells[1]");
    shared("wide", "final long[] wide = new long[1];", "fold(wide[0])");
    shared(
        "boxes",
        "final Box[] boxes = {new Box(7), new Box(8)};",
        "boxes[0].plain + \"|\" + boxes[1].plain");
    shared("v", "volatile int v;", "v");
    shared("w", "volatile int w;", "w");
    shared("n", "final AtomicInteger n = new AtomicInteger();", "n.get()");
    shared("o", "final AtomicInteger o = new AtomicInteger();", "o.get()");
    shared("h", "int h;", "h");
    shared("g", "volatile int g;", "g");
    shared("m", "final Object m = new Object();", null);
    shared("mm", "final Object mm = new Object();", null);
    shared("told", "boolean told;", "told");
    shared("lock", "final ReentrantLock lock = new ReentrantLock();", null);
    shared("other", "final ReentrantLock other = new ReentrantLock();", null);
    shared("condition", "final Condition condition = lock.newCondition();", null);
    shared("ready", "boolean ready;", "ready");
    shared("permits", "final Semaphore permits = new Semaphore(1);", "permits.availablePermits()");
    shared("gate", "final Semaphore gate = new Semaphore(0);", "gate.availablePermits()");
    shared("latch", "final CountDownLatch latch = new CountDownLatch(1);", "latch.getCount()");
    shared("both", "final CountDownLatch both = new CountDownLatch(2);", "both.getCount()");
    shared("me1", "volatile Thread me1;", null);
    shared("me2", "volatile Thread me2;", null);
    shared("child", "Thread child;", null);
    shared("sv", "static volatile int sv;", "sv");
    shared("sn", "static final AtomicInteger sn = new AtomicInteger();", "sn.get()");
  }

  private static void shared(String name, String declaration, String told) {
    SHARED.put(name, declaration);
    if (told != null) {
      TOLD.put(name, told);
    }
  }

  GeneratedProgram withThreads(List<List<Statement>> others) {
    return new GeneratedProgram(others, child, initialisers);
  }

  /// Whether its classes have static state, so that each run needs fresh ones.
  boolean isStatic() {
    return source().contains("static volatile int sv") || source().contains("class K");
  }

  String source() {
    var methods = new StringBuilder();
    for (var i = 0; i < threads.size(); i++) {
      method(methods, "t" + (i + 1), threads.get(i));
    }
    if (uses(methods, "child")) {
      method(methods, "child", child);
    }
    initialisers(methods);
    var text = new StringBuilder();
    text.append(
        """
        import java.lang.invoke.*;
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        import java.util.concurrent.locks.*;
        import workbook.explore.FinalStates;
        import workbook.explore.Jitter;

        public final class Generated implements workbook.Scenario {
        """);
    var helpers = new StringBuilder();
    helpers(helpers, methods);
    var code = methods.toString() + helpers;
    var used =
        SHARED.keySet().stream()
            .filter(name -> uses(code, name) || name.equals("lock") && uses(code, "condition"))
            .toList();
    used.forEach(name -> line(text, 1, SHARED.get(name)));
    text.append(helpers).append(methods);
    bodies(text);
    check(text, used);
    return text.append("}\n").toString();
  }

  private static boolean uses(CharSequence code, String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(code).find();
  }

  private static void line(StringBuilder text, int depth, String code) {
    text.append("  ".repeat(depth)).append(code).append('\n');
  }

  private static void helpers(StringBuilder text, CharSequence methods) {
    if (uses(methods, "Box") || uses(methods, "boxes") || uses(methods, "ref")) {
      line(text, 1, "static final class Box {");
      line(text, 2, "int plain;");
      line(text, 2, "final int fixed;");
      line(text, 2, "Box(int k) { plain = k; fixed = k; }");
      line(text, 1, "}");
    }
    if (uses(methods, "early") || uses(methods, "Early")) {
      line(text, 1, "static final class Early {");
      line(text, 2, "final int fixed;");
      line(text, 2, "Early(Generated p, int k) { p.early = this; fixed = k; }");
      line(text, 1, "}");
    }
    line(text, 1, "static int fold(long x) { return (int) (x >>> 32) * 100 + (int) x; }");
    for (var handle : List.of("H h", "G g")) {
      if (uses(methods, handle.substring(0, 1))) {
        line(
            text,
            1,
            "static final VarHandle %s = handle(\"%s\");"
                .formatted(handle.substring(0, 1), handle.substring(2)));
      }
    }
    if (uses(methods, "H") || uses(methods, "G")) {
      line(text, 1, "static VarHandle handle(String field) {");
      line(text, 2, "try {");
      line(
          text,
          3,
          "return MethodHandles.lookup().findVarHandle(Generated.class, field, int.class);");
      line(text, 2, "} catch (ReflectiveOperationException e) { throw new AssertionError(e); }");
      line(text, 1, "}");
    }
  }

  private void method(StringBuilder text, String name, List<Statement> statements) {
    var code = new StringBuilder();
    var results = print(code, statements, 3, 0);
    var numbers = new ArrayList<String>();
    for (var i = 1; i <= results; i++) {
      numbers.add("r" + i);
    }
    line(text, 1, "String s_" + name + " = \"-\";");
    line(text, 1, "void " + name + "() {");
    if (results > 0) {
      line(text, 2, "int " + String.join(" = -1, ", numbers) + " = -1;");
    }
    line(text, 2, "try {");
    line(text, 3, "Jitter.pause();");
    text.append(code);
    line(text, 2, "} catch (Exception e) {");
    line(text, 3, "s_" + name + " = e.getClass().getSimpleName();");
    line(text, 2, "}");
    if (results > 0) {
      line(text, 2, "s_" + name + " += " + String.join(" + \",\" + ", numbers) + ";");
    }
    line(text, 1, "}");
  }

  /// @return how many results were numbered so far
  private static int print(StringBuilder text, List<Statement> body, int depth, int results) {
    var count = results;
    for (var statement : body) {
      switch (statement) {
        case Statement.Simple simple -> {
          var code = simple.code();
          if (code.contains("#")) {
            code = code.replace("#", "r" + ++count);
          }
          line(text, depth, code);
        }
        case Statement.Block block -> {
          line(text, depth, block.begin());
          count = print(text, block.body(), depth + 1, count);
          line(text, depth, block.end());
        }
      }
    }
    return count;
  }

  private void initialisers(StringBuilder text) {
    if (!uses(text, "K0") && !uses(text, "K1")) {
      return;
    }
    for (var i = 0; i < initialisers.size(); i++) {
      line(text, 1, "static class K" + i + " {");
      line(text, 2, "static int x;");
      line(text, 2, "static {");
      print(text, initialisers.get(i), 3, 0);
      line(text, 2, "}");
      line(text, 1, "}");
    }
  }

  private void bodies(StringBuilder text) {
    var names = new ArrayList<String>();
    for (var i = 1; i <= threads.size(); i++) {
      names.add("this::t" + i);
    }
    line(text, 1, "public List<Body> bodies() {");
    line(text, 2, "return List.of(" + String.join(", ", names) + ");");
    line(text, 1, "}");
  }

  private void check(StringBuilder text, List<String> used) {
    var told = new ArrayList<String>();
    for (var i = 1; i <= threads.size(); i++) {
      told.add("\"t%d:\" + s_t%d".formatted(i, i));
    }
    if (used.contains("child")) {
      told.add("\"child:\" + s_child");
    }
    used.stream()
        .filter(TOLD::containsKey)
        .forEach(name -> told.add("\"" + name + "=\" + " + TOLD.get(name)));
    line(text, 1, "public void check() throws Exception {");
    if (used.contains("child")) {
      line(text, 2, "if (child != null) { child.join(); }");
    }
    line(text, 2, "FinalStates.add(" + String.join(" + \" \" + ", told) + ");");
    line(text, 1, "}");
  }
}
