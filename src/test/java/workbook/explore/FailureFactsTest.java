package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import programs.Told;

/// A report tells what led to a failure, also what is easily overlooked.
@Tag("fast")
final class FailureFactsTest {
  /// Line breaks count as spaces, and each number of a line as `#`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          captured      | T1 waits in permits.acquire(), at Told.java:#
          anonymous     | T1 waits in permits.acquire(), at Told.java:#
          compareAndSet | owner.compareAndSet(0, 2) finds 0, gives true, owner becomes 2
          compareAndSet | owner.compareAndSet(0, 1) finds 2, gives false
          handle        | box.value.getAndSet(7) finds 1, box.value becomes 7
          prints        | prints "saw 0"
          prints        | prints "set 1"
          prints        | and 200 characters more
          prints        | prints an empty line on System.err
          swallowed     | pool-1-thread-1 threw IllegalStateException: bad input, at Told.java:#
          swallowed     | nobody asks the future that keeps it
          caught        | catches IllegalStateException: bad input, at Told.java:#
          holderGone    | T2 waits for the lock lock, held by T1, which has ended
          timedWait     | a timed wait may end at once: even an hour is no promise
          timedFuture   | a timed wait may end at once: even an hour is no promise
          waitZero      | wait(0) has no time limit: 0 means for ever
          race          | T2 and T1 use map with nothing that orders them
          race          | map.put("a", 1) finds {}, map becomes {a=1}
          race          | T1 calls map.put() at Told.java:#, holding lock
          race          | T2 calls map.put() at Told.java:#, holding no lock
          lockedRace    | T1 calls items.pop() at Told.java:#, holding items
          lockedRace    | T2 calls items.pop() at Told.java:#, holding no lock
          race          | no check failed, but Java promises nothing
          asserts       | a check failed: main: throw new AssertionError(), at Told.java:#
          manyElements  | list.add("b") finds 1,000 elements, list becomes 1,001 elements
          """)
  void theReportSays(String program, String sentence) {
    var text = report("programs.Told::" + program).text(80, false);
    var told = text.replaceAll("\\s+", " ").replaceAll("(?<=java:)\\d+", "#");
    assertTrue(told.contains(sentence), text);
  }

  /// A hundred threads: three have a column, the two that matter among them.
  @Test
  void onlyThreadsThatMatterHaveAColumn() {
    var lines = report("programs.Told::crowd").text(80, false).lines().toList();
    var columns = lines.getFirst().strip().split(" +");
    assertEquals(3, columns.length, lines.getFirst());
    assertTrue(lines.getFirst().endsWith("T40"), lines.getFirst());
    assertTrue(lines.getFirst().contains("T39"), lines.getFirst());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines::toString);
  }

  @Test
  void whatTheTestItselfWaitsForIsToldInItsOwnWords() {
    var verdict = Explorer.explore(Told::waitsForNobody);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals("no thread can go on, only main is left and waits: done.await();", fails.what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          var permits = new Semaphore(2);   | permits
          this.lock = new ReentrantLock();  | lock
          for (var lock : locks) {          | lock
          if (a == b) {                     | ''
          a = b = new Object();             | ''
          list.forEach(System.out::println) | ''
          """)
  void aLineTellsTheVariableItGivesAValue(String line, String variable) {
    assertEquals(variable, Sources.assigned(line));
  }

  private static Trace report(String program) {
    var verdict = Explorer.explore(Subject.named(program), Budget.DEFAULT);
    return assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).trace();
  }
}
