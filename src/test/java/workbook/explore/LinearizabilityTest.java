package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import programs.Contracts;

/// A class for several threads is compared with itself, or a simpler one, used by one thread.
@Tag("slow")
class LinearizabilityTest {
  private static LinearizabilityVerdict.NotLinearizable fails(Linearizability<?> question) {
    var verdict = question.verdict();
    return assertInstanceOf(LinearizabilityVerdict.NotLinearizable.class, verdict, verdict::says);
  }

  private static LinearizabilityVerdict.Linearizable holds(Linearizability<?> question) {
    var verdict = question.verdict();
    return assertInstanceOf(LinearizabilityVerdict.Linearizable.class, verdict, verdict::says);
  }

  @Test
  void callsThatTakeEffectAtOneMomentHold() {
    var question = Linearizability.of(Contracts.Sum.class).implementation(Contracts.AtomicSum::new);
    var verdict = holds(question);
    assertTrue(verdict.programs() > 10, verdict.says());
    assertEquals(verdict, holds(question));
    question.check();
  }

  @Test
  void aProgramThatFailsIsAsSmallAsItCanBe() {
    var question =
        Linearizability.of(Contracts.Sum.class).implementation(Contracts.ReadThenWrite::new);
    var verdict = fails(question);
    assertEquals(
        """
        left   add(1)
        right  add(1)
        main   total()\
        """,
        verdict.calls());
    assertEquals(
        """
        a check failed: main: no order of these calls explains what came back:
        left   add(1)
        right  add(1)
        main   total() -> 1
        one after the other:
          add(1), add(1), total(): the last gives 2\
        """,
        verdict.run().says());
    var thrown = assertThrows(ScheduleFailedError.class, question::check);
    assertTrue(
        thrown.getMessage().contains("in this program:\nleft   add(1)"), thrown.getMessage());
    assertTrue(
        thrown.getMessage().endsWith("replay: " + verdict.schedule() + "\n"), thrown.getMessage());
  }

  @Test
  void theScheduleOfAReportRepeatsItsProgramAndItsRun() {
    var question =
        Linearizability.of(Contracts.Sum.class)
            .implementation(Contracts.ReadThenWrite::new)
            .before("add", 5)
            .call("add", 7);
    var verdict = fails(question);
    assertTrue(verdict.schedule().startsWith("add.1/add.1/main:total.1@"), verdict.schedule());
    var again = question.replay(verdict.schedule());
    assertEquals(new CallsRun(verdict.calls(), verdict.trace()), again);
    assertEquals(
        Trace.End.HELD, question.replay("main:add.2/add.1/main:total.1@calm").trace().end());
    assertEquals(
        "main   add(5)\nleft   add(7); total()\nright  add(7)",
        question.replay("main:add.2/add.1,total.1/add.1@calm").calls());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.1+6fe873f7                  | is not a schedule of a program of calls; copy it whole
          add.1/add.1@                  | "" is not a schedule; copy it whole
          add.1/add.1@2.x               | "2.x" is not a schedule; copy it whole
          @calm                         | is not a schedule of a program of calls
          main:add.1@calm               | is not a schedule of a program of calls
          add.1/add.1/add.1/add.1@calm  | is not a schedule of a program of calls
          add.1//add.1@calm             | is not a schedule of a program of calls
          add.1/sub.1@calm              | this schedule is of other calls: there is no sub.1 among add.1, add.2
          add.1/add.99@calm             | this schedule is of other calls: there is no add.99 among
          add.1/add.1@977.1             | this schedule does not fit this code: the run ends before decision 977
          """)
  void whatIsNoScheduleIsToldInASentence(String text, String says) {
    var question =
        Linearizability.of(Contracts.Sum.class).implementation(Contracts.ReadThenWrite::new);
    var wrong = assertThrows(IllegalArgumentException.class, () -> question.replay(text));
    assertTrue(wrong.getMessage().contains(says), wrong.getMessage());
  }

  @Test
  void theArgumentsAreThoseThatAreGiven() {
    var question =
        Linearizability.of(Contracts.Sum.class)
            .implementation(Contracts.ReadThenWrite::new)
            .before("add", 5)
            .call("add", 7);
    assertEquals("left   add(7)\nright  add(7)\nmain   total()", fails(question).calls());
    var values =
        Linearizability.of(Contracts.Sum.class)
            .implementation(Contracts.ReadThenWrite::new)
            .values(int.class, 9);
    assertEquals("left   add(9)\nright  add(9)\nmain   total()", fails(values).calls());
  }

  /// `put` waits while there is something, `take` while there is nothing.
  @Test
  void aCallThatWaitsIsTheSequentialVersionsToSay() {
    holds(
        Linearizability.<Contracts.Box<?>>of(box())
            .implementation(Contracts.LockedBox::new)
            .sequential(Contracts.PlainBox::new));
    var silent =
        fails(
            Linearizability.<Contracts.Box<?>>of(box())
                .implementation(Contracts.SilentBox::new)
                .sequential(Contracts.PlainBox::new));
    assertEquals(FailureKind.LOST_WAKEUP, silent.run().kind(), silent.says());
    assertTrue(silent.calls().contains("take()"), silent.calls());
  }

  @SuppressWarnings("unchecked")
  private static Class<Contracts.Box<?>> box() {
    return (Class<Contracts.Box<?>>) (Class<?>) Contracts.Box.class;
  }

  @Test
  void aClassOfTheJdkHoldsUpAgainstItself() {
    holds(
        Linearizability.of(BlockingQueue.class)
            .implementation(Contracts.ONE_PLACE)
            .call("offer", "a")
            .call("poll")
            .call("size")
            .onlyTheseCalls());
  }

  @Test
  void aClassMayBeItsOwnContractAndTakeConstants() {
    var broken = Linearizability.of(Contracts.Votes.class).implementation(Contracts.Votes::new);
    assertEquals(
        "left   votes(RED)\nright  vote(RED)\nthird  vote(RED)",
        fails(broken.programs(120)).calls());
    holds(
        Linearizability.of(Contracts.AtomicVotes.class)
            .implementation(Contracts.AtomicVotes::new)
            .programs(40));
  }

  @Test
  void anExceptionIsAnAnswer() {
    var verdict =
        fails(Linearizability.of(Contracts.Once.class).implementation(Contracts.Once::new));
    assertEquals("left   use()\nright  use()", verdict.calls());
    assertTrue(
        verdict.run().says().contains("use(), use(): the last gives IllegalStateException"),
        verdict.says());
  }

  @Test
  void whatCannotBeAskedIsToldInASentence() {
    var question = Linearizability.of(Contracts.Sum.class);
    assertEquals(
        "say what several threads use: implementation(Mine::new)",
        assertThrows(IllegalArgumentException.class, question::check).getMessage());
    assertEquals(
        "Sum has no method sub with 1 parameters",
        assertThrows(IllegalArgumentException.class, () -> question.call("sub", 1)).getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> question.implementation(Contracts.bringing(new Object())))
            .getMessage()
            .startsWith("make what the threads share inside the lambda"));
    var waits = Linearizability.of(Contracts.Waits.class).implementation(Contracts.NOTHING);
    assertEquals(
        "say with which values until is called: call(\"until\", …), or values(Thread.class, …)",
        assertThrows(IllegalArgumentException.class, waits::check).getMessage());
  }
}
