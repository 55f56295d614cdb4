package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.JavaProcess;

/// # The pipe is full
///
/// A child prints more than its pipe holds. The parent waits first and reads later, or the other
/// way round.
public final class FullPipe implements Experiment {
  private static final int BLOCK = 1024;

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String ALL = "the parent reads all 2 MiB";
  private static final String BOTH_WAIT = "each waits for the other";

  /// Default pipes hold 16 pages: 64 KiB as a rule, 1 MiB where a page is 64 KiB (Linux pipe(7)).
  private static final int LARGEST_PIPE_KIB = 1024;

  /// A program that prints as many KiB as it is told to.
  public static final class Chatty {
    public static void main(String[] args) {
      for (var block = 0; block < Integer.parseInt(args[0]); block++) {
        System.out.print("x".repeat(BLOCK));
      }
    }
  }

  @Override
  public String id() {
    return "full-pipe";
  }

  @Override
  public String title() {
    return "The pipe is full";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A child prints 2 MiB and ends. Its parent first calls waitFor(), and reads the output \
        after that. What happens?\
        """,
        ALL,
        "the parent reads the first part, the rest is lost",
        BOTH_WAIT);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("kib", 2_048, 1, 65_536, "KiB printed by the child"),
        new Parameter.Count("patience", 700, 1, 10_000, "ms until the parent gives up waiting"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().within(Duration.ofSeconds(40));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("The same child, waited for first or read first"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    waitThenRead(with, record);
    readThenWait(with, record);
  }

  /// Broken: the child waits for room in the pipe, the parent waits for the child.
  private static void waitThenRead(Parameters with, Recorder record)
      throws IOException, InterruptedException {
    var patience = with.count("patience");
    var began = record.now();
    var child = JavaProcess.builder(Chatty.class, "" + with.count("kib")).start();
    try {
      var ended = child.waitFor(patience, TimeUnit.MILLISECONDS);
      var gaveUp = record.now();
      var unread = child.getInputStream().available();
      record.fact("in the pipe, unread", "%,d bytes".formatted(unread));
      record.answer(ended ? ALL : BOTH_WAIT);
      record.claim(
          "A child that prints more than the pipe holds cannot end unread.",
          !ended || with.count("kib") <= LARGEST_PIPE_KIB,
          ended ? "it ended: all fitted in" : "not ended after " + patience + " ms");

      var read = child.getInputStream().readAllBytes().length; // what frees both
      child.waitFor(LIMIT);
      record.span("waits first: parent", "waits for the child", began, gaveUp);
      record.span("waits first: parent", "reads", gaveUp, record.now());
      record.span("waits first: child", ended ? "prints" : "cannot end", began, gaveUp);
      record.span("waits first: child", ended ? "has ended" : "prints", gaveUp, record.now());
      everyByteArrived("Read at last, the child ends", child, read, with, record);
    } finally {
      child.destroyForcibly();
    }
  }

  /// Mended: the end of the output comes first, then the end of the child.
  private static void readThenWait(Parameters with, Recorder record)
      throws IOException, InterruptedException {
    var began = record.now();
    var child = JavaProcess.builder(Chatty.class, "" + with.count("kib")).start();
    try {
      var read = child.getInputStream().readAllBytes().length;
      var ended = record.now();
      child.waitFor(LIMIT);
      record.span("reads first: parent", "reads", began, ended);
      record.span("reads first: parent", "waits for the child", ended, record.now());
      record.span("reads first: child", "prints", began, record.now());
      everyByteArrived("Read first, the child ends", child, read, with, record);
    } finally {
      child.destroyForcibly();
    }
  }

  private static void everyByteArrived(
      String says, Process child, int read, Parameters with, Recorder record) {
    record.claim(
        says + " and every byte arrives.",
        child.exitValue() == 0 && read == with.count("kib") * BLOCK,
        "exit code %d, %,d bytes".formatted(child.exitValue(), read));
  }

  @Override
  public String explanation() {
    return """
    Between two processes lies a pipe, and a pipe is a small bounded buffer inside the system, 64
    KiB on most machines. When it is full, the writer sleeps until somebody reads. Here nobody does:
    the reader sleeps until the writer has ended. Each waits for the other. No processor is busy, no
    error is reported, and with a shorter output the same program works.

    The cure is an order: first read to the end, then wait. (With two pipes, standard output and
    standard error, one reader is not enough: merge them with `redirectErrorStream(true)`, or send
    one to a file or to `DISCARD`, or read each in a thread of its own.)

    Try `--kib` to find how much your pipes hold: the largest output for which the parent who waits
    first does not have to give up.
    """;
  }
}
