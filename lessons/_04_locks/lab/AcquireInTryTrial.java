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
  private static final List<String> CAUGHT =
      List.of("InterruptedException", "IllegalMonitorStateException", "none");

  @Override
  public String id() {
    return "acquire-in-try";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Which exception reaches the caller"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    callOff(INSIDE, new AcquireInTry.Broken(), record);
    callOff(BEFORE, new AcquireInTry.Mended(), record);
    PythonFacts.record(AcquireInTry.class, "acquire_in_try.py", record);
  }

  private static void callOff(String how, AcquireInTry program, Recorder record) throws Exception {
    var waiting = new FutureTask<>(() -> caught(program));
    var thread = Thread.ofPlatform().name(how).unstarted(waiting);
    program.lock.lock();
    try {
      thread.start();
      Await.until("it waits for the lock", () -> program.lock.hasQueuedThread(thread));
      thread.interrupt();
      var caught = waiting.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
      for (var each : CAUGHT) {
        record.outcome(how, each, ACCEPTABLE, each.equals(caught) ? 1 : 0, "reaches the caller");
      }
    } finally {
      program.lock.unlock();
    }
  }

  private static String caught(AcquireInTry program) {
    try {
      program.take(3);
      return "none";
    } catch (InterruptedException | IllegalMonitorStateException thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var inside = CAUGHT.stream().filter(each -> seen.count(INSIDE, each) > 0).toList();
    var before = CAUGHT.stream().filter(each -> seen.count(BEFORE, each) > 0).toList();
    var answer =
        inside.size() == 1
            ? Findings.answer(inside.getFirst())
            : Findings.cannotTell("The run ended too early. Run it again.");
    return answer.claim(
        "With the lock before try, the caller learns of the interruption.",
        before.equals(List.of("InterruptedException")),
        "it caught " + before);
  }
}
