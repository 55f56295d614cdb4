package _02_threads.lab;

import _02_threads.SharedHeap;
import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// A thread and a child process each put something into a static list. Who sees what?
public final class SharedHeapTrial implements Experiment {
  private static final String PARENT = "the parent's basket at the end";
  private static final String CHILD = "the child process's basket";

  @Override
  public String id() {
    return "shared-heap";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    SharedHeap.empty();
    var me = ProcessHandle.current().pid();
    SharedHeap.byThread(() -> says("thread in " + me, SharedHeap.basket().toString(), record));
    says("parent " + me, "after the thread: " + SharedHeap.basket(), record);

    var printed = SharedHeap.byProcess();
    says("process " + printed.getLast(), printed.getFirst(), record);
    says("parent " + me, "after the process: " + SharedHeap.basket(), record);
    record.fact(CHILD, printed.getFirst());
    record.fact(PARENT, SharedHeap.basket().toString());
  }

  private static void says(String who, String what, Recorder record) {
    record.said(who, what.startsWith("[") ? "basket is " + what : what);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var parent = seen.fact(PARENT).orElse("(not seen)");
    var child = seen.fact(CHILD).orElse("(not seen)");
    var evidence = "the parent had %s, the child %s".formatted(parent, child);
    return Findings.answer(inWords(parent.contains("apple"), parent.contains("pear")))
        .claim("The parent sees what its thread put in.", parent.contains("apple"), evidence)
        .claim(
            "Neither process sees what the other put in.",
            child.equals("[pear]") && parent.startsWith("[") && !parent.contains("pear"),
            evidence);
  }

  private static String inWords(boolean apple, boolean pear) {
    if (apple) {
      return pear ? "the apple and the pear" : "only the apple";
    }
    return pear ? "only the pear" : "nothing";
  }
}
