package _06_cpu;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// What runs of lesson 06 could have observed.
public final class CpuMadeUp implements MadeUp.OfLesson {
  private static final String THREADS = "two threads";
  private static final String WITH_GIL = "Python 3.11.7, with a GIL";

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "countdown", countdown(),
        "cpu-use", cpuUse(),
        "gil-hand-over", handOver(),
        "speed-up", speedUp(),
        "amdahl", amdahl(),
        "vanishing-loop", vanishingLoop(),
        "split-evenly", splitEvenly(),
        "false-sharing", falseSharing(),
        "three-ways", threeWays());
  }

  private static void results(Recorder record, long same, long others) {
    record.outcome("the same result", Expectation.ACCEPTABLE, same, "");
    record.outcome("another result", Expectation.FORBIDDEN, others, "");
  }

  private static void samples(
      Recorder record, String quantity, String series, double at, double... values) {
    for (var value : values) {
      record.sample(quantity, "", series, at, value);
    }
  }

  private static List<MadeUp> countdown() {
    return List.of(
        answering("in Java and in Python", record -> seconds(record, 1.0, 1.1, 1.0)),
        answering(
            "only in Java",
            record -> {
              seconds(record, 1.0, 2.0, 1.0);
              results(record, 5, 0);
            }),
        answering("only in Python", record -> seconds(record, 2.0, 1.0, 1.0)),
        answering(
            "in neither",
            record -> {
              seconds(record, 2.0, 2.1, 1.0);
              results(record, 4, 1);
            }),
        answering(CANNOT_TELL, record -> seconds(record, 2.0, 2.0, 2.0)), // one core
        answering(CANNOT_TELL, record -> seconds(record, 1.0, 2.0, 2.0)), // busy after Java
        answering(CANNOT_TELL, record -> seconds(record, 1.7, 2.0, 1.0)), // neither much nor none
        answering(
            CANNOT_TELL, // Java's times differ too much
            record -> {
              seconds(record, "Python", 2.0);
              samples(record, "time for both", "Python, two processes", 0, 1.0);
              samples(record, "time for both", "Java, one after the other", 0, 2.0, 2.0, 2.0);
              samples(record, "time for both", "Java, two threads", 0, 0.9, 1.2, 1.2, 3.0, 3.0);
            }),
        answering(
            "only in Java", // no fork, so no processes
            record -> {
              seconds(record, "Java", 1.0);
              seconds(record, "Python", 2.0);
            }),
        answering(CANNOT_TELL, record -> seconds(record, "Java", 1.0))); // no Python
  }

  private static void seconds(Recorder record, double java, double python, double processes) {
    seconds(record, "Java", java);
    seconds(record, "Python", python);
    samples(record, "time for both", "Python, two processes", 0, processes);
  }

  /// One after the other, it is two seconds.
  private static void seconds(Recorder record, String who, double atOnce) {
    samples(record, "time for both", who + ", one after the other", 0, 2.0, 2.0, 2.0);
    samples(record, "time for both", who + ", " + THREADS, 0, atOnce, atOnce, atOnce);
  }

  private static List<MadeUp> cpuUse() {
    return List.of(
        answering("one core", record -> busy(record, WITH_GIL, 1.98, 0.99)),
        answering("two cores", record -> busy(record, WITH_GIL, 1.98, 1.9)),
        answering("two cores", record -> busy(record, "Python 3.14.0, without a GIL", 2, 1.9)),
        answering("much less than one core", record -> busy(record, WITH_GIL, 1.98, 0.3)),
        answering(CANNOT_TELL, record -> busy(record, WITH_GIL, 0.9, 0.5)),
        answering(CANNOT_TELL, record -> busy(record, WITH_GIL, 1.9, 1.4)),
        answering(
            CANNOT_TELL, record -> samples(record, "cores kept busy", "Java, two threads", 0, 2)));
  }

  private static void busy(Recorder record, String interpreter, double java, double python) {
    for (var millis : List.of(0, 100, 200)) {
      samples(record, "cores kept busy", "Java, two threads", millis, java);
      samples(record, "cores kept busy", "Python, two threads", millis, python);
    }
    record.fact("interpreter", interpreter);
  }

  private static List<MadeUp> handOver() {
    return List.of(
        answering("by about 5 ms", record -> late(record, 0.1, 5.2)),
        answering("by less than 1 ms", record -> late(record, 0.1, 0.1)),
        answering(
            "by 50 ms or more",
            record -> {
              late(record, 0.1, 60);
              samples(record, "late", "Python, alone", 5, 0.1); // a nap that never ended beside
            }),
        answering(CANNOT_TELL, record -> late(record, 4, 5)),
        answering(CANNOT_TELL, record -> late(record, 0.1, 20)),
        answering(CANNOT_TELL, record -> record.note("There is no python3.")));
  }

  private static void late(Recorder record, double alone, double beside) {
    for (var interval : List.of(2, 5, 10, 20, 50)) {
      samples(record, "late", "Python, alone", interval, alone);
      samples(record, "late", "Python, beside a thread that computes", interval, beside);
    }
  }

  private static List<MadeUp> speedUp() {
    return List.of(
        answering("1.9", record -> twoThreads(record, 1.94, 1.86, 5, 0)),
        answering("1.0", record -> twoThreads(record, 1.94, 1.02, 4, 1)),
        answering(CANNOT_TELL, record -> twoThreads(record, 1.2, 1.3, 5, 0)),
        answering(
            CANNOT_TELL, // the speed-ups differ
            record -> {
              twoThreads(record, 1.9, 1.9, 5, 0);
              samples(record, "speed-up", "platform threads", 2, 1.0, 1.1);
            }),
        answering(CANNOT_TELL, record -> results(record, 1, 0)));
  }

  private static void twoThreads(
      Recorder record, double cores, double speedUp, long same, long others) {
    samples(record, "cores kept busy", "platform threads", 2, cores);
    samples(record, "speed-up", "platform threads", 2, speedUp, speedUp);
    results(record, same, others);
  }

  private static List<MadeUp> amdahl() {
    return List.of(
        answering("1.23", record -> partlyAlone(record, 1.96, 1.23, 5, 0)),
        answering("1.90", record -> partlyAlone(record, 1.96, 1.9, 5, 1)),
        answering("1.98", record -> partlyAlone(record, 90, 1.98, 5, 0), "workers=64"),
        answering(CANNOT_TELL, record -> partlyAlone(record, 1.2, 1.1, 5, 0)),
        answering(CANNOT_TELL, record -> partlyAlone(record, 1.96, 1.3, 5, 0), "workers=3"));
  }

  private static void partlyAlone(
      Recorder record, double allShared, double half, long same, long others) {
    samples(record, "speed-up", "measured", 0, allShared);
    samples(record, "speed-up", "measured", 50, half);
    results(record, same, others);
  }

  private static List<MadeUp> vanishingLoop() {
    return List.of(
        answering("about as long", record -> rounds(record, 5, 0, 0.5, 0.4, 0.5)),
        answering(
            "a tenth of it, or even a hundredth", record -> rounds(record, 5, 0, 0.5, 0.1, 0.1)),
        answering("less than a thousandth of it", record -> rounds(record, 4, 1, 0.5, 1e-5, 1e-5)),
        answering(CANNOT_TELL, record -> rounds(record, 5, 0, 0.5, 0.4, 1e-5)),
        answering(CANNOT_TELL, record -> results(record, 5, 0)));
  }

  /// @param nanos of the first round, the fifteenth to the seventeenth, and those after
  private static void rounds(Recorder record, long same, long others, double... nanos) {
    samples(record, "time for a turn", "countdown, result not used", 1, nanos[0]);
    for (var round = 15; round <= 20; round++) {
      var turn = nanos[round < 18 ? 1 : 2];
      samples(record, "time for a turn", "countdown, result not used", round, turn);
    }
    results(record, same, others);
  }

  private static List<MadeUp> splitEvenly() {
    return List.of(
        answering("the one with the odd numbers", record -> steps(record, 100, 60, 40)),
        answering("the one with the even numbers", record -> steps(record, 100, 40, 60)),
        answering("both have the same amount to do", record -> steps(record, 99, 50, 50)),
        answering(CANNOT_TELL, record -> steps(record, 99, 33, 33, 33), "workers=3"),
        answering(CANNOT_TELL, record -> steps(record, 100)));
  }

  private static void steps(Recorder record, long whole, long... byWorker) {
    samples(record, "steps of Collatz", "all numbers, one worker", 1, whole);
    for (var worker = 0; worker < byWorker.length; worker++) {
      samples(record, "steps of Collatz", "odd or even", worker + 1, byWorker[worker]);
    }
  }

  private static List<MadeUp> falseSharing() {
    return List.of(
        answering("elements 256 bytes apart", record -> increments(record, 13, 5, 5, 100, 0)),
        answering("neighbours", record -> increments(record, 3, 5, 5, 100, 0)),
        answering("there is no difference", record -> increments(record, 5, 5, 5, 100, 7)),
        answering(CANNOT_TELL, record -> increments(record, 6, 5, 5, 100, 0)), // hardly longer
        answering(CANNOT_TELL, record -> increments(record, 13, 9, 5, 100, 0)), // busy
        answering(CANNOT_TELL, record -> increments(record, 5, 5, 5, 0, 0)), // not at once
        answering(CANNOT_TELL, record -> record.note("nothing")));
  }

  private static void increments(
      Recorder record, double near, double far, double alone, double atOnce, long lost) {
    var two = "two threads, an element each";
    var time = "time per increment";
    samples(record, time, two, 8, near, near);
    samples(record, time, two, 256, far, far);
    samples(record, time, "one thread, alone", 256, alone);
    for (var distance : DoubleStream.of(8, 256).boxed().toList()) {
      samples(record, "both counted at once", two, distance, atOnce);
    }
    samples(record, "increments lost", two, 0, 0, lost);
  }

  private static List<MadeUp> threeWays() {
    return List.of(
        answering("the image", record -> gains(record, 5, 0, 0.5, 1, 1, 2)),
        answering("the array", record -> gains(record, 5, 1, 1, 0.1, 1, 2)),
        answering("the matrices", record -> gains(record, 5, 0, 1, 1, 0.1, 2)),
        answering("the requests", record -> gains(record, 5, 0, 2, 2, 2, 1)),
        answering(CANNOT_TELL, record -> gains(record, 5, 0, 1, 1, 1, 2)),
        answering(CANNOT_TELL, record -> results(record, 5, 0)));
  }

  private static void gains(Recorder record, long same, long others, double... speedUps) {
    var jobs = List.of("the image", "the array", "the matrices", "the requests");
    for (var job : jobs) {
      var speedUp = speedUps[jobs.indexOf(job)];
      samples(record, "speed-up", job + ", processes", 0, speedUp, speedUp);
      samples(record, "speed-up", job + ", threads", 0, 0.01);
    }
    results(record, same, others);
  }
}
