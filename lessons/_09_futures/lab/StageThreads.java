package _09_futures.lab;

import _09_futures.Stages;
import java.util.List;
import java.util.Optional;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A task is followed by stages. In which thread does each of them run?
public final class StageThreads implements Experiment {
  private static final String BEFORE = "thenApply, attached before the task was done";
  private static final String AFTER = "thenApply, attached afterwards";
  private static final String ASYNC = "thenApplyAsync";
  private static final String ASYNC_IN_POOL = "thenApplyAsync with the pool";
  private static final String CALLER = "the thread that attaches it";
  private static final String POOL = "the thread that did the task";
  private static final String COMMON = "a thread of the common pool";

  @Override
  public String id() {
    return "where-stages-run";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Choice("attached", "before", "afterwards"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) {
    var threads = Stages.run();
    var caller = Thread.currentThread().getName();
    record.fact(BEFORE, inWords(threads.attachedBefore(), caller));
    record.fact(AFTER, inWords(threads.attachedAfter(), caller));
    record.fact(ASYNC, inWords(threads.async(), caller));
    record.fact(ASYNC_IN_POOL, inWords(threads.asyncInPool(), caller));
  }

  private static String inWords(String thread, String caller) {
    if (thread.equals(caller)) {
      return CALLER;
    }
    return thread.startsWith("ForkJoinPool.commonPool") ? COMMON : POOL;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var before = seen.fact(BEFORE);
    var after = seen.fact(AFTER);
    var asked = with.choice("attached").equals("before") ? before : after;
    var findings =
        asked.map(Findings::answer).orElse(Findings.cannotTell("No stage ran. Run it again."));
    findings = claim("Attached before, it runs where the task ran.", before, POOL, findings);
    findings = claim("Attached afterwards, it runs in the caller.", after, CALLER, findings);
    var async = seen.fact(ASYNC);
    findings = claim("thenApplyAsync runs it in the common pool.", async, COMMON, findings);
    return claim("Given a pool, it runs there.", seen.fact(ASYNC_IN_POOL), POOL, findings);
  }

  private static Findings claim(
      String says, Optional<String> ran, String where, Findings findings) {
    return findings.claim(says, ran.equals(Optional.of(where)), ran.orElse("it did not run"));
  }
}
