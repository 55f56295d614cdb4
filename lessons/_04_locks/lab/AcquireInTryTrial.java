package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _04_locks.AcquireInTry;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// A thread is interrupted while it waits for a lock that another holds. What does it throw?
public final class AcquireInTryTrial implements Experiment {
  private static final String INSIDE = "lock inside try";
  private static final String BEFORE = "lock before try";
  private static final List<String> HEARD =
      List.of("InterruptedException", "IllegalMonitorStateException", "nothing");

  @Override
  public String id() {
    return "acquire-in-try";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the caller hears"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    callOff(INSIDE, new AcquireInTry.Broken(), record);
    callOff(BEFORE, new AcquireInTry.Mended(), record);
    PythonFacts.record(AcquireInTry.class, "acquire_in_try.py", record);
  }

  private static void callOff(String how, AcquireInTry program, Recorder record) throws Exception {
    var waiting = new FutureTask<>(() -> heard(program));
    var thread = Thread.ofPlatform().name(how).unstarted(waiting);
    program.lock.lock();
    try {
      thread.start();
      Await.until("it waits for the lock", () -> program.lock.hasQueuedThread(thread));
      thread.interrupt();
      var heard = waiting.get(20, TimeUnit.SECONDS);
      for (var each : HEARD) {
        record.outcome(how, each, ACCEPTABLE, each.equals(heard) ? 1 : 0, "is heard");
      }
    } finally {
      program.lock.unlock();
    }
  }

  private static String heard(AcquireInTry program) {
    try {
      program.take(3);
      return "nothing";
    } catch (InterruptedException | IllegalMonitorStateException thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var inside = HEARD.stream().filter(each -> seen.count(INSIDE, each) > 0).toList();
    var before = HEARD.stream().filter(each -> seen.count(BEFORE, each) > 0).toList();
    var answer =
        inside.size() == 1
            ? Findings.answer(inside.getFirst())
            : Findings.cannotTell("The run ended too early. Run it again.");
    return answer.claim(
        "With the lock before try, the caller hears of the interruption.",
        before.equals(List.of("InterruptedException")),
        "it heard of " + before);
  }
}
