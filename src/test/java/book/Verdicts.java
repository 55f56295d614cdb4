package book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import workbook.Exercise;
import workbook.grade.TestResult;
import workbook.grade.Trials;

/// What the graded tests say of the book's answers, in one JVM after another.
///
/// There are rounds, each in JVMs of its own, which judge answer after answer as long as none
/// spoils them: most of what a JVM computes for its first answer is its own start. Several work at
/// once, because some answers keep theirs waiting.
final class Verdicts {
  /// How often a stub and a solution are judged.
  static final int ROUNDS = Answers.THOROUGH ? 20 : 2;

  private static final int JVMS_AT_ONCE = 6;

  /// Every how many of the other answers is judged in each round.
  private static final int AGAIN = 8;

  /// Before the name of an exercise: its stub, each method throwing.
  private static final String UNWRITTEN = "unwritten ";

  /// What each JVM said of a class, to the last step of a failing run.
  private final Map<String, List<List<TestResult>>> all = new ConcurrentHashMap<>();

  private final Trials trials;

  private Verdicts(Trials trials) {
    this.trials = trials;
  }

  /// Judges all. Blocks until that is done.
  static Verdicts judge() throws Exception {
    try (var trials = new Trials()) {
      var verdicts = new Verdicts(trials);
      for (var round = 0; round < ROUNDS; round++) {
        verdicts.judge(round);
      }
      return verdicts;
    }
  }

  /// One answer, judged in a JVM.
  private interface Work {
    void in(Trials jvm) throws Exception;
  }

  private void judge(int round) throws Exception {
    var jvms = new LinkedBlockingQueue<Trials>();
    try (var judges = Executors.newFixedThreadPool(JVMS_AT_ONCE)) {
      for (var n = 0; n < JVMS_AT_ONCE; n++) {
        jvms.add(trials.inFreshJvm());
      }
      var judged = work(round).map(one -> judges.submit(inOneOf(jvms, one))).toList();
      for (var one : judged) {
        one.get();
      }
    } finally {
      jvms.forEach(Trials::close);
    }
  }

  private static Callable<Void> inOneOf(BlockingQueue<Trials> jvms, Work work) {
    return () -> {
      var jvm = jvms.take();
      try {
        work.in(jvm);
      } finally {
        jvms.add(jvm);
      }
      return null;
    };
  }

  private Stream<Work> work(int round) {
    return Answers.exercises().flatMap(exercise -> work(exercise, round).stream());
  }

  private List<Work> work(Exercise exercise, int round) {
    var work = new ArrayList<Work>();
    var stub = Answers.stub(exercise);
    work.add(jvm -> judge(jvm, exercise, stub));
    work.add(jvm -> judge(jvm, exercise, Answers.solution(exercise)));
    var others = new ArrayList<>(Answers.traps(exercise));
    others.addAll(Answers.alternatives(exercise));
    for (var at = 0; at < others.size(); at++) {
      if (isJudged(at, round)) {
        var one = others.get(at);
        work.add(jvm -> judgeBriefly(jvm, exercise, one));
      }
    }
    if (round == 0) {
      var name = UNWRITTEN + exercise.id();
      work.add(jvm -> note(name, jvm.judgeUnwritten(exercise, stub.root())));
    }
    return work;
  }

  /// Whether the answer at this place of the list is judged in a round.
  private static boolean isJudged(int at, int round) {
    var turn = at % ROUNDS == round;
    var again = at % AGAIN == 0;
    return Answers.THOROUGH || turn || again;
  }

  private void judge(Trials jvm, Exercise exercise, Answers.Answer answer) throws Exception {
    note(answer.type(), jvm.judge(exercise, answer.root(), answer.type()));
  }

  /// A trap by the test that must refuse it, unless there is time for all.
  private void judgeBriefly(Trials jvm, Exercise exercise, Answers.Answer answer) throws Exception {
    var trap = Class.forName(answer.type()).getAnnotation(Trap.class);
    if (trap == null || Answers.THOROUGH) {
      judge(jvm, exercise, answer);
    } else {
      note(answer.type(), jvm.judge(exercise, answer.root(), answer.type(), trap.fails()));
    }
  }

  private void note(String type, List<TestResult> marks) {
    all.computeIfAbsent(type, _ -> Collections.synchronizedList(new ArrayList<>()))
        .add(marks.stream().map(Verdicts::withoutWhatWasPrinted).toList());
  }

  /// What was printed is no part of the verdict: ParallelCollatz tells how long it took.
  private static TestResult withoutWhatWasPrinted(TestResult result) {
    return new TestResult(
        result.test(), result.says(), result.points(), result.read(), result.outcome(), "");
  }

  /// What each JVM that judged it said of a class.
  List<List<TestResult>> of(String type) {
    return all.get(type);
  }

  /// What a JVM said of the stub of an exercise, each method throwing.
  List<TestResult> ofUnwritten(Exercise exercise) {
    return all.get(UNWRITTEN + exercise.id()).getFirst();
  }
}
