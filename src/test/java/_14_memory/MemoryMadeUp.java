package _14_memory;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Outcome;
import workbook.Recorder;

/// What the experiments of lesson 14 could have observed.
public final class MemoryMadeUp implements MadeUp.OfLesson {
  private static final String SUMS = "0, 1 / 1, 0 / 1, 1";
  private static final Consumer<Recorder> NOTHING = _ -> {};

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.ofEntries(
        Map.entry("stop-flag", stopFlag()),
        Map.entry("happens-before", happensBefore()),
        Map.entry("message-passing", messagePassing()),
        Map.entry("store-buffering", storeBuffering()),
        Map.entry("independent-reads", independentReads()),
        Map.entry("access-modes", accessModes()),
        Map.entry("future-and-past", futureAndPast()),
        Map.entry("half-written", halfWritten()),
        Map.entry("publication", publication()),
        Map.entry("double-checked", doubleChecked()),
        Map.entry("class-initialisation", classInitialisation()),
        Map.entry("aba", aba()));
  }

  private static List<MadeUp> stopFlag() {
    return List.of(
        answering("only the volatile one", record -> workers(record, 0, 1, 1)),
        answering("both", record -> workers(record, 1, 0, 1)),
        answering("neither", record -> workers(record, 0, 1, 0)),
        answering(CANNOT_TELL, record -> workers(record, 0, 0, 1)),
        answering(CANNOT_TELL, NOTHING));
  }

  private static void workers(Recorder record, int plainSaw, int plainMissed, int volatileSaw) {
    record.outcome("plain", "stopped", ACCEPTABLE, plainSaw, "");
    record.outcome("plain", "did all its rounds", INTERESTING, plainMissed, "");
    record.outcome("volatile", "stopped", ACCEPTABLE, volatileSaw, "");
    record.outcome("volatile", "did all its rounds", FORBIDDEN, 1 - volatileSaw, "");
  }

  /// A litmus test of two variants: the weak one may end oddly, the strong one may not.
  private record Pair(
      String weak, String weakUsual, String strong, String strongUsual, String odd) {
    /// Observations for three answers: it never ends oddly; the weak one does; both do.
    List<MadeUp> answers(String no, String weakOnly, String both, Consumer<Recorder> rest) {
      return List.of(
          answering(no, record -> record(record, weakUsual, 0, 0, rest)),
          answering(weakOnly, record -> record(record, weakUsual + " / " + odd, 7, 0, rest)),
          answering(both, record -> record(record, weakUsual + " / " + odd, 7, 1, rest)),
          answering(CANNOT_TELL, record -> trials(record, weak, odd, INTERESTING, 7)),
          answering(CANNOT_TELL, NOTHING));
    }

    private void record(
        Recorder record,
        String weakFound,
        int oddOfWeak,
        int oddOfStrong,
        Consumer<Recorder> rest) {
      found(record, weak, weakFound);
      found(record, strong, strongUsual);
      trials(record, weak, odd, INTERESTING, oddOfWeak);
      trials(record, strong, odd, FORBIDDEN, oddOfStrong);
      rest.accept(record);
    }
  }

  private static void found(Recorder record, String variant, String outcomes) {
    record.fact("explore finds, " + variant, outcomes);
  }

  private static void trials(
      Recorder record, String variant, String odd, Outcome.Expectation expected, int times) {
    record.outcome(variant, "usual", ACCEPTABLE, 100, "");
    record.outcome(variant, odd.split(" / ")[0], expected, times, "");
  }

  private static List<MadeUp> happensBefore() {
    return new Pair("broken", "not told / 42", "mended", "not told / 42", "0")
        .answers(
            "no",
            "yes, unless both flags are volatile",
            "yes, even with two volatile flags",
            NOTHING);
  }

  private static List<MadeUp> messagePassing() {
    return new Pair("plain", "not told / 42", "volatile", "not told / 42", "0")
        .answers(
            "no", "yes, unless the flag is volatile", "yes, even if the flag is volatile", NOTHING);
  }

  private static List<MadeUp> storeBuffering() {
    return new Pair("plain", SUMS, "volatile", SUMS, "0, 0")
        .answers(
            "no", "yes, unless x and y are volatile", "yes, even if x and y are volatile", NOTHING);
  }

  private static List<MadeUp> independentReads() {
    var usual =
        "00, 00 / 00, 01 / 00, 10 / 00, 11 / 01, 00 / 01, 01 / 01, 10 / 01, 11"
            + " / 10, 00 / 10, 01 / 10, 11 / 11, 00 / 11, 01 / 11, 10 / 11, 11";
    return new Pair("plain", usual, "volatile", usual, "10, 10")
        .answers(
            "no", "yes, unless x and y are volatile", "yes, even if x and y are volatile", NOTHING);
  }

  private static List<MadeUp> accessModes() {
    return List.of(
        answering("only message passing", record -> modes(record, "", " / 0, 0", 0)),
        answering("both", record -> modes(record, "", "", 0)),
        answering("only store buffering", record -> modes(record, " / 1, 0", "", 0)),
        answering("neither", record -> modes(record, "", " / 0, 0", 1)),
        answering(CANNOT_TELL, NOTHING));
  }

  private static void modes(Recorder record, String passing, String buffering, int seen) {
    var flag = "0, 0 / 1, 1";
    found(record, "message passing, PLAIN", flag + " / 1, 0");
    found(record, "message passing, OPAQUE", flag + " / 1, 0");
    found(record, "message passing, RELEASE_ACQUIRE", flag + passing);
    found(record, "message passing, VOLATILE", flag);
    found(record, "store buffering, PLAIN", SUMS + " / 0, 0");
    found(record, "store buffering, OPAQUE", SUMS + " / 0, 0");
    found(record, "store buffering, RELEASE_ACQUIRE", SUMS + buffering);
    found(record, "store buffering, VOLATILE", SUMS);
    trials(record, "message passing, RELEASE_ACQUIRE", "1, 0", FORBIDDEN, seen);
  }

  private static List<MadeUp> futureAndPast() {
    return List.of(
        answering("neither", record -> untried(record, 0, 0, 0)),
        answering("only the first", record -> untried(record, 1, 0, 0)),
        answering("only the second", record -> untried(record, 0, 1, 0)),
        answering("both", record -> untried(record, 1, 1, 1)),
        answering("neither", MemoryMadeUp::exploreSaysTooMuch),
        answering(CANNOT_TELL, NOTHING));
  }

  private static void untried(Recorder record, int future, int past, int unforeseen) {
    var grows = "0, 0 / 0, 1 / 0, 2 / 1, 1 / 1, 2 / 2, 2";
    var early = "0, 0 / 0, 1 / 1, 0";
    found(record, "load buffering, plain", early);
    found(record, "load buffering, volatile", early);
    found(record, "coherence, plain", grows);
    found(record, "coherence, volatile", grows);
    trials(record, "load buffering, plain", "1, 1", INTERESTING, future);
    trials(record, "coherence, plain", "2, 1", INTERESTING, past);
    trials(record, "coherence, volatile", "2, 1", FORBIDDEN, unforeseen);
  }

  private static void exploreSaysTooMuch(Recorder record) {
    untried(record, 0, 0, 0);
    found(record, "coherence, volatile", "2, 1");
  }

  private static List<MadeUp> halfWritten() {
    var usual = "0 / ffffffffffffffff";
    return new Pair("plain", usual, "volatile", usual, "ffffffff00000000 / ffffffff")
        .answers("no", "yes, unless it is volatile", "yes, even if it is volatile", NOTHING);
  }

  private static List<MadeUp> publication() {
    var usual = "not told / 42";
    return new Pair(
            "final number, plain field", usual, "ordinary number, volatile field", usual, "0")
        .answers(
            "no",
            "yes, unless shared is volatile",
            "yes, even if shared is volatile",
            record -> {
              found(record, "ordinary number, plain field", usual + " / 0");
              found(record, "final number, this escapes", usual + " / 0");
            });
  }

  private static List<MadeUp> doubleChecked() {
    return new Pair("plain", "42, 42", "volatile", "42, 42", "0, 42 / 42, 0")
        .answers(
            "no",
            "yes, unless the field is volatile",
            "yes, even if the field is volatile",
            NOTHING);
  }

  private static List<MadeUp> classInitialisation() {
    return List.of(
        answering("nothing: both go on waiting", record -> threads(record, "waits", "waits")),
        answering(
            "it throws an exception in one of them",
            record -> threads(record, "throws an error", "got through")),
        answering(
            "it lets one of them see the other class half initialised",
            record -> threads(record, "got through", "waits")),
        answering(CANNOT_TELL, NOTHING));
  }

  private static void threads(Recorder record, String left, String right) {
    record.fact("left", left);
    record.fact("right", right);
  }

  private static List<MadeUp> aba() {
    var once = "ace, jack, queen";
    return new Pair(
            "cards, stamp stays", once, "cards, stamp grows", once, "ace, jack, queen, queen")
        .answers(
            "no",
            "yes, unless the stamp grows",
            "yes, even if the stamp grows",
            record -> {
              found(record, "count, tries once", "2 / 1");
              found(record, "count, tries again", "2");
            });
  }
}
