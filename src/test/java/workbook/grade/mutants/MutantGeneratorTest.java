package workbook.grade.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of mistake is planted where there is room for it, and what comes out can be loaded.
@Tag("fast")
class MutantGeneratorTest {
  private static final String TYPE = Sample.class.getName();
  private static byte[] original;
  private static List<Mutant> mutants;

  @BeforeAll
  static void plant() throws IOException {
    try (var in = Sample.class.getResourceAsStream("Sample.class")) {
      original = in.readAllBytes();
    }
    var text = Files.readString(Path.of("src/test/java", TYPE.replace('.', '/') + ".java"));
    mutants = new MutantGenerator(Map.of(TYPE, original), text).mutants();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open: is not volatile: ",
        "isLate: is not synchronized: ",
        "put: does not lock: lock.lockInterruptibly();",
        "put: drops lockInterruptibly(): lock.lockInterruptibly();",
        "put: lock() for lockInterruptibly(): lock.lockInterruptibly();",
        "put: swallows the interrupt of lockInterruptibly(): lock.lockInterruptibly();",
        "put: one round at most: while (places == 3) {",
        "put: 4 for 3: while (places == 3) {",
        "put: does as if the condition held: while (places == 3) {",
        "put: does as if the condition did not hold: while (places == 3) {",
        "put: awaitUninterruptibly() for await(): full.await();",
        "put: swallows the interrupt of await(): full.await();",
        "put: reads empty: full.await();",
        "put: lets others in before this line: places++;",
        "put: - for +: places++;",
        "put: after the next line: places++;",
        "put: overflows, without addExact(): sum = Math.addExact(sum, item);",
        "put: an int for a long: sum = Math.addExact(sum, item);",
        "put: does not write sum: sum = Math.addExact(sum, item);",
        "put: drops signalAll(): empty.signalAll();",
        "put: signal() for signalAll(): empty.signalAll();",
        "put: no finally: lock.unlock();",
        "put: drops unlock(): lock.unlock();",
        "isLate: false for true: open = true;",
        "isLate: || for &&, or && for ||: return asked && System.nanoTime() - end >= 0;",
        "isLate: is wrong where both are equal: return asked && System.nanoTime() - end >= 0;",
        "isLate: compares times, not their difference:"
            + " return asked && System.nanoTime() - end >= 0;",
        "mayAdd: false for true: var fits = more < 3 && places < 3 - more;",
        "mayAdd: true for false: return fits || places == 0;",
        "mayAdd: lets others in before this line: places += fits ? more : 0;",
        "move: does not lock: synchronized (from) {",
        "move: locks another object: synchronized (from) {",
        "move: locks in another order: synchronized (from) {",
        "wait: toMicros() for toNanos(): var left = unit.toNanos(time);",
        "wait: || for &&, or && for ||: while (places < 1 || !open) {",
        "wait: true for false: return false;",
        "wait: waits the whole time again: left = empty.awaitNanos(left);",
        "next: get() for getAndSet(): if (Objects.equals(text, name.getAndSet(null)) ||"
            + " name.compareAndSet(null, text)) {",
        "next: set() for compareAndSet(): if (Objects.equals(text, name.getAndSet(null)) ||"
            + " name.compareAndSet(null, text)) {",
        "next: SECONDS for MILLISECONDS:"
            + " TimeUnit.MILLISECONDS.sleep(text.getBytes(UTF_8).length);",
        "next: US_ASCII for UTF_8: TimeUnit.MILLISECONDS.sleep(text.getBytes(UTF_8).length);",
        "next: no catch: } catch (InterruptedException wanted) {",
        "next: drops interrupt(): Thread.currentThread().interrupt();",
        "next: a pool without a bound: Executors.newFixedThreadPool(2).close();",
        "next: drops close(): Executors.newFixedThreadPool(2).close();",
        "next: get() and set() for incrementAndGet(): return tickets.incrementAndGet();",
      })
  void plants(String mistake) {
    var all = mistakes();
    assertTrue(all.contains(mistake), () -> mistake + "\nis none of\n" + String.join("\n", all));
  }

  /// Two are true, and nobody is let in before the first look at what is shared.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mayAdd: 2 for 1: var fits = more < 3 && places < 3 - more;",
        "mayAdd: 2 for 1: return fits || places == 0;",
        "mayAdd: lets others in before this line: var fits = more < 3 && places < 3 - more;",
      })
  void plantsNothingThatChangesNothing(String mistake) {
    assertFalse(mistakes().contains(mistake));
  }

  private static List<String> mistakes() {
    return mutants.stream()
        .map(one -> "%s: %s: %s".formatted(one.place(), one.mistake(), one.text()))
        .toList();
  }

  @Test
  void everyMutantIsAnotherClassThatCanBeLoaded() throws Exception {
    for (var one : mutants) {
      assertFalse(Arrays.equals(original, one.bytes()), one::toString);
      assertEquals(TYPE, load(one.bytes()).getName(), one::toString);
    }
  }

  @Test
  void noTwoAreCalledTheSame() {
    var keys = Mutant.keys("Sample", mutants);
    assertEquals(keys.size(), new HashSet<>(keys).size());
  }

  /// Loads, verifies and initialises it.
  private static Class<?> load(byte[] bytes) throws ClassNotFoundException {
    var loader =
        new ClassLoader(Sample.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(TYPE)
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    return Class.forName(TYPE, true, loader);
  }
}
