package _02_threads;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// # One basket, or two?
///
/// A thread and a child process each put something into the basket. What does the parent find in
/// it?
public final class SharedHeap implements Experiment {
  private static final List<String> BASKET = new CopyOnWriteArrayList<>();

  private static final String NEITHER = "neither";
  private static final String THREAD = "what the thread put in";
  private static final String PROCESS = "what the process put in";
  private static final String BOTH = "both";

  /// The same step in a process of its own: another heap, another `BASKET`.
  public static final class Child {
    public static void main(String[] args) {
      BASKET.add("pear");
      System.out.println(BASKET);
      System.out.println(ProcessHandle.current().pid());
    }
  }

  @Override
  public String id() {
    return "shared-heap";
  }

  @Override
  public String title() {
    return "One basket, or two?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A thread puts an apple into a static list, then a child process running the same class puts \
        in a pear. What does the parent find in the list?\
        """,
        NEITHER,
        THREAD,
        PROCESS,
        BOTH);
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    BASKET.clear();
    var me = ProcessHandle.current().pid();
    var thread =
        new Thread(
            () -> {
              BASKET.add("apple");
              record.said("thread in " + ProcessHandle.current().pid(), "basket is " + BASKET);
            });
    thread.start();
    thread.join();
    record.said("parent " + me, "after the thread: " + BASKET);

    var child = CompletedProcess.of(JavaProcess.builder(Child.class));
    var childsBasket = child.lines().getFirst();
    record.said("process " + child.lines().getLast(), "basket is " + childsBasket);
    record.said("parent " + me, "after the process: " + BASKET);

    record.claim(
        "A thread changes the list its parent sees.", BASKET.contains("apple"), "" + BASKET);
    record.claim(
        "A process changes only its own.",
        childsBasket.equals("[pear]") && !BASKET.contains("pear"),
        "the child had %s, the parent has %s".formatted(childsBasket, BASKET));
    record.answer(inWords());
  }

  private static String inWords() {
    if (BASKET.isEmpty()) {
      return NEITHER;
    }
    return BASKET.size() == 2 ? BOTH : BASKET.contains("apple") ? THREAD : PROCESS;
  }

  @Override
  public String explanation() {
    return """
    Threads live in one process and share all it owns: the heap, the open files, the \
    environment. Only the stack, with the local variables, is a thread's own. So what one \
    thread puts into a list, the others find there. It is also why they can spoil it for each \
    other: lesson 03 is about that.

    The child process ran the same class from the same file and still had a basket of its own, \
    without the apple: nothing of the parent's heap came with it. Processes that want to \
    share must send: through a pipe, a file, a socket. This child sent its answer through \
    its standard output.
    """;
  }
}
