package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes up small concurrent programs. The same seed gives the same program.
///
/// Each program draws its statements from two or three families, so that its threads meet at the
/// same variables.
final class ProgramGenerator {
  /// Statements that go with each other. `K` stands for a small number, `I` for an index.
  private static final List<List<String>> FAMILIES =
      List.of(
          List.of("a = K;", "# = a;", "c = K;", "# = c;", "a = a + K;", "c = a;"),
          List.of(
              "big = 0x1_0000_0001L * K;",
              "# = fold(big);",
              "wide[0] = 0x1_0000_0001L * K;",
              "# = fold(wide[0]);"),
          List.of(
              "ref = new Box(K);", "{ Box x = ref; # = x == null ? 0 : 10 * x.plain + x.fixed; }"),
          List.of("new Early(this, K);", "{ Early x = early; # = x == null ? 0 : x.fixed; }"),
          List.of(
              "cells[I] = K;", "# = cells[I];", "boxes[I] = new Box(K);", "# = boxes[I].plain;"),
          List.of("v = K;", "# = v;", "w = K;", "# = w;", "v++;", "v = w + K;"),
          List.of(
              "n.set(K);",
              "# = n.get();",
              "# = n.getAndAdd(K);",
              "# = n.compareAndSet(0, K) ? 1 : 0;",
              "o.set(K);",
              "# = o.get();"),
          List.of(
              "n.lazySet(K);",
              "o.lazySet(K);",
              "# = n.get();",
              "# = o.get();",
              "# = n.getPlain();",
              "n.setOpaque(K);",
              "# = o.getAcquire();"),
          List.of(
              "H.set(this, K);",
              "# = (int) H.get(this);",
              "H.setOpaque(this, K);",
              "# = (int) H.getOpaque(this);",
              "G.setRelease(this, K);",
              "# = (int) G.getAcquire(this);",
              "G.setVolatile(this, K);",
              "# = g;",
              "# = (int) G.getAndAdd(this, K);"),
          List.of("permits.acquire();", "permits.release();", "# = permits.tryAcquire() ? 1 : 0;"),
          List.of(
              "gate.acquire();",
              "gate.release();",
              "# = gate.tryAcquire(20, TimeUnit.MICROSECONDS) ? 1 : 0;",
              "# = gate.availablePermits();"),
          List.of(
              "latch.countDown();",
              "latch.await();",
              "both.countDown();",
              "# = both.await(20, TimeUnit.MICROSECONDS) ? 1 : 0;",
              "# = (int) both.getCount();"),
          List.of(
              "me1 = Thread.currentThread();",
              "{ Thread x = me1; if (x != null) { x.interrupt(); } }",
              "# = Thread.interrupted() ? 1 : 0;",
              "# = Thread.currentThread().isInterrupted() ? 1 : 0;",
              "Thread.sleep(0, 20_000);"),
          List.of(
              "me2 = Thread.currentThread();",
              "LockSupport.unpark(me2);",
              "LockSupport.parkNanos(20_000);",
              "LockSupport.park();"),
          List.of(
              "Thread.yield();",
              "Thread.onSpinWait();",
              "for (int i = 0; i < 3 && v == 0; i++) { Thread.yield(); }",
              "for (int i = 0; i < 4 && v == 0; i++) { Thread.onSpinWait(); }",
              "for (int i = 0; i < 2 && n.get() == 0; i++) { }",
              "v = K;",
              "n.set(K);",
              "# = v;"),
          List.of("# = K0.x;", "K0.x = K;", "new K1();", "# = K1.x;", "sv = K;", "# = sv;"));

  /// What may stand in a section under `m`.
  private static final List<String> UNDER_MONITOR =
      List.of(
          "told = true;",
          "m.notify();",
          "m.notifyAll();",
          "if (!told) { m.wait(); }",
          "while (!told) { m.wait(); }",
          "m.wait(1);",
          "# = told ? 1 : 0;");

  /// What may stand in a section under `lock`.
  private static final List<String> UNDER_LOCK =
      List.of(
          "ready = true;",
          "condition.signal();",
          "condition.signalAll();",
          "if (!ready) { condition.await(); }",
          "while (!ready) { condition.await(); }",
          "# = condition.awaitNanos(20_000) > 0 ? 1 : 0;",
          "# = ready ? 1 : 0;");

  private static final List<String> INITIALISERS =
      List.of("sv = K;", "x = sv;", "sn.addAndGet(K);", "x = K0.x + K;", "x = K1.x + K;", "x = K;");

  private final Random random;
  private final List<List<String>> families = new ArrayList<>();
  private final boolean monitors;
  private final boolean locks;
  private boolean hasChild;

  private ProgramGenerator(long seed) {
    random = new Random(seed);
    monitors = random.nextInt(4) == 0;
    locks = random.nextInt(4) == 0;
    var count = 1 + random.nextInt(monitors || locks ? 2 : 3);
    for (var i = 0; i < count; i++) {
      families.add(pick(FAMILIES));
    }
  }

  static GeneratedProgram program(long seed) {
    return new ProgramGenerator(seed).program();
  }

  private GeneratedProgram program() {
    var threads = new ArrayList<List<Statement>>();
    var count = 2 + random.nextInt(8) / 5 + random.nextInt(8) / 7;
    for (var i = 0; i < count; i++) {
      threads.add(statements(count == 2 ? 2 + random.nextInt(4) : 2 + random.nextInt(2)));
    }
    var child = hasChild ? simple(1 + random.nextInt(2), this::any) : List.<Statement>of();
    return new GeneratedProgram(List.copyOf(threads), child, List.of(initialiser(), initialiser()));
  }

  private List<Statement> initialiser() {
    return simple(1 + random.nextInt(2), () -> pick(INITIALISERS));
  }

  private List<Statement> statements(int count) {
    var made = new ArrayList<Statement>();
    for (var i = 0; i < count; i++) {
      made.add(statement());
      if (random.nextInt(3) == 0) {
        made.add(new Statement.Simple("Jitter.pause();"));
      }
    }
    return made;
  }

  private Statement statement() {
    if (monitors && random.nextInt(2) == 0) {
      return underMonitor();
    }
    if (locks && random.nextInt(2) == 0) {
      return underLock();
    }
    if (!hasChild && random.nextInt(24) == 0) {
      hasChild = true;
      return new Statement.Block(
          "child = new Thread(this::child); child.start();",
          simple(random.nextInt(3), this::any),
          random.nextInt(3) == 0 ? "" : "child.join();");
    }
    return new Statement.Simple(fill(any()));
  }

  private Statement underMonitor() {
    if (random.nextInt(8) == 0) {
      return new Statement.Block(
          "synchronized (mm) {", List.of(section("synchronized (m) {", UNDER_MONITOR, "}")), "}");
    }
    return section(
        "synchronized (" + (random.nextInt(6) == 0 ? "mm" : "m") + ") {", UNDER_MONITOR, "}");
  }

  private Statement underLock() {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Statement.Block(
              "if (other.tryLock()) { try {",
              List.of(new Statement.Simple(fill(any()))),
              "} finally { other.unlock(); } }");
      case 1 ->
          new Statement.Block(
              "if (other.tryLock(20, TimeUnit.MICROSECONDS)) { try {",
              List.of(new Statement.Simple(fill(any()))),
              "} finally { other.unlock(); } }");
      case 2 ->
          section("lock.lockInterruptibly(); try {", UNDER_LOCK, "} finally { lock.unlock(); }");
      case 3 ->
          new Statement.Block(
              "other.lock(); try {",
              List.of(section("lock.lock(); try {", UNDER_LOCK, "} finally { lock.unlock(); }")),
              "} finally { other.unlock(); }");
      default -> section("lock.lock(); try {", UNDER_LOCK, "} finally { lock.unlock(); }");
    };
  }

  /// A section under a lock: what goes with it, and other things.
  private Statement section(String begin, List<String> inside, String end) {
    return new Statement.Block(
        begin,
        simple(1 + random.nextInt(2), () -> random.nextInt(3) == 0 ? any() : pick(inside)),
        end);
  }

  private List<Statement> simple(int count, Supplier<String> code) {
    var made = new ArrayList<Statement>();
    for (var i = 0; i < count; i++) {
      made.add(new Statement.Simple(fill(code.get())));
    }
    return made;
  }

  private String any() {
    return pick(pick(families));
  }

  private String fill(String code) {
    return code.replaceAll("\\bK\\b", Integer.toString(1 + random.nextInt(3)))
        .replaceAll("\\bI\\b", Integer.toString(random.nextInt(2)));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
