package _14_memory.lab;

import _14_memory.LitmusProgram;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import workbook.Scenario;

/// One program of lesson 14's tables, for two threads, as jcstress runs it. Which one, a property
/// says: jcstress starts a JVM for each.
@JCStressTest
@Outcome(id = ".*", expect = Expect.ACCEPTABLE, desc = "the lesson's table judges it")
@State
public class StressedPair {
  /// The system property that has the program's number, from 0.
  static final String PROGRAM = "litmus";

  private static final Supplier<LitmusProgram> FRESH =
      StressedTables.variant(Integer.getInteger(PROGRAM)).fresh();

  private final LitmusProgram program = FRESH.get();
  private final Scenario.Body first = program.bodies().getFirst();
  private final Scenario.Body second = program.bodies().getLast();

  @Actor
  public void first() {
    run(first);
  }

  @Actor
  public void second() {
    run(second);
  }

  @Arbiter
  public void end(L_Result outcome) {
    outcome.r1 = program.outcome();
  }

  private static void run(Scenario.Body body) {
    try {
      body.run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
