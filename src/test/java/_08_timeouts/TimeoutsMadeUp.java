package _08_timeouts;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;

import book.MadeUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// What runs of lesson 08 could have observed.
public final class TimeoutsMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "connect-timeout", connectTimeout(),
        "read-timeout", readTimeout(),
        "settimeout-three-ways", settimeoutThreeWays(),
        "slow-drip", slowDrip(),
        "idle-clients", idleClients(),
        "errors", errors(),
        "write-stall", writeStall(),
        "every-timed-wait", everyTimedWait(),
        "interrupt-a-read", interruptARead());
  }

  private static List<MadeUp> connectTimeout() {
    var connect = "the limit of connect()";
    var read = "the limit of read()";
    var refused = "neither: the connection is refused";
    return List.of(
        answering(read, ended(read, 100.2)),
        answering(connect, ended(connect, 98.9)),
        answering(refused, ended(refused, 0.1)),
        answering(read, ended(read, 100.2), "queue=full"),
        answering(connect, ended(connect, 99.7), "queue=full"),
        answering(refused, ended(refused, 0.1), "queue=full"),
        answering(CANNOT_TELL, ended(connect, 100).andThen(withMoreTime("is connected"))),
        answering(connect, ended(connect, 100).andThen(withMoreTime("isn't connected"))),
        answering(
            CANNOT_TELL, ended(read, 100).andThen(withMoreTime("is connected")), "queue=full"),
        answering(CANNOT_TELL, ended(connect, 100).andThen(ended(read, 100))),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> withMoreTime(String fared) {
    return record -> record.fact("such a client, given 10 s to connect", fared);
  }

  private static Consumer<Recorder> ended(String by, double millis) {
    return record -> {
      record.outcome(by, ACCEPTABLE, 1, "ended the wait");
      record.sample("time until the client gave up", "ms", by, millis);
    };
  }

  private static List<MadeUp> readTimeout() {
    return List.of(
        answering(
            "the answer to question 1", asked("returns answer 1", "returns answer 2"), "limit=1"),
        answering("the answer to question 2", asked("returns answer 2", "returns answer 1")),
        answering(
            "neither: the connection is broken",
            asked("SocketException: Broken pipe", "returns answer 2")),
        answering(CANNOT_TELL, _ -> {}));
  }

  /// The turns are a millisecond apart, so a limit of a millisecond is kept.
  private static Consumer<Recorder> asked(String same, String fresh) {
    return record -> {
      var question = "question 1\n".getBytes(StandardCharsets.UTF_8);
      record.turn("client", Act.WRITES, "server", question);
      record.turn("client", "gives up: Read timed out");
      record.fact("question 2 on the same connection", same);
      record.fact("question 2 on a new connection", fresh);
    };
  }

  private static List<MadeUp> settimeoutThreeWays() {
    var waits = "waits until there is a byte";
    var times = "SocketTimeoutException";
    return List.of(
        answering(waits, read(waits, times, times, waits, "returns 0", "BlockingIOError")),
        answering(
            "throws a SocketTimeoutException at once",
            read(times, "returns 0", waits, times, waits, "returns 0")),
        answering(
            "returns 0 at once", read("returns 0", waits, waits, times, waits, "TimeoutError")),
        answering(CANNOT_TELL, read("returns 7", waits, waits, times, waits, waits)));
  }

  private static Consumer<Recorder> read(
      String zero, String some, String stream, String channel, String nonBlocking, String python) {
    return record -> {
      how("setSoTimeout(0)", zero, record);
      how("setSoTimeout above 0", some, record);
      how("stream of a channel's socket", stream, record);
      how("channel's own read", channel, record);
      how("configureBlocking(false)", nonBlocking, record);
      how("Python: settimeout(0)", python, record);
    };
  }

  private static void how(String call, String ended, Recorder record) {
    record.outcome(call, ended, ACCEPTABLE, 1, "");
  }

  private static List<MadeUp> slowDrip() {
    return List.of(
        answering("never", spent("each read", 610, false).andThen(spent("all reads", 200.8, true))),
        answering(
            "200 ms after the first read begins",
            spent("each read", 201, true).andThen(spent("all reads", 640, false))),
        answering("200 ms after the first byte comes", spent("each read", 211, true)),
        answering(CANNOT_TELL, spent("each read", 290, true)),
        answering(CANNOT_TELL, spent("each read", 205, true).andThen(longestRead(200.3))),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> longestRead(double millis) {
    return record -> record.sample("the longest read", "ms", "a limit for each read", millis);
  }

  private static Consumer<Recorder> spent(String of, double millis, boolean fired) {
    return record -> {
      record.sample("time spent reading", "ms", "a limit for " + of, millis);
      if (fired) {
        record.sample("time until the limit fired", "ms", "a limit for " + of, millis);
      }
    };
  }

  private static List<MadeUp> idleClients() {
    var closed = "close connection by timeout";
    return List.of(
        answering("when the silent client's time is up", said(60, closed, "ping"), "limit=50"),
        answering("at once", said(1, "ping", closed)),
        answering("when the silent client hangs up", said(1, "still waiting", closed)),
        answering(
            "when the silent client hangs up", said(1, "still waiting", "ping"), "limited=no"),
        answering("at once", said(1, "ping"), "limited=no"),
        answering(CANNOT_TELL, _ -> {}));
  }

  /// What is recorded comes a millisecond after the one before; asking for the time takes one, too.
  private static Consumer<Recorder> said(int millis, String... lines) {
    return record -> {
      record.turn("silent client", Act.CONNECTS, "server");
      for (var passed = 0; passed < millis; passed++) {
        record.now();
      }
      List.of(lines).forEach(line -> record.said("server", line));
      if (millis > 1) {
        record.fact("the silent client's read", "returns -1");
      }
    };
  }

  private static List<MadeUp> errors() {
    return List.of(
        answering(
            "a later one",
            said("ConnectException", "returns -1", "SocketException", "SocketException", "1")),
        answering(
            "the first",
            said("returns true", "SocketException", "returns -1", "SocketException", "0")),
        answering(
            "none: the bytes vanish",
            said("returns true", "SocketException", "returns -1", "returns all", "50")),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> said(
      String nobody, String closed, String reset, String written, String succeeded) {
    return record -> {
      how("connect(), nobody listens", nobody, record);
      how("read(), server has closed", closed, record);
      how("read(), server broke off", reset, record);
      how("write(), server has closed", written, record);
      record.fact("writes that succeeded", succeeded);
    };
  }

  private static List<MadeUp> writeStall() {
    return List.of(
        answering(
            "at some point write() waits, and goes on waiting",
            wrote("waits", "SocketException", "InterruptedByTimeoutException")),
        answering(
            "at some point write() throws a SocketTimeoutException",
            wrote("SocketTimeoutException", "was not tried", "SocketTimeoutException")),
        answering(
            "nothing: the kernels keep it all",
            wrote("returns 100000000", "was not tried", "returns 100000000")),
        answering(CANNOT_TELL, wrote("SocketException", "waits", "waits")));
  }

  private static Consumer<Recorder> wrote(String stalled, String closed, String limited) {
    return record -> {
      how("write(), nothing moves", stalled, record);
      how("write(), socket closed", closed, record);
      how("write with a limit", limited, record);
    };
  }

  private static List<MadeUp> everyTimedWait() {
    return List.of(
        answering("a little after, never before", late(0.2, -0.3, "returns false")),
        answering("a little before or a little after", late(-0.2, -1.5, "TimeoutException")),
        answering("exactly then", late(0, 0.2, "returns null")),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> late(double thread, double network, String said) {
    return record -> {
      record.sample("how much too late", "ms", "tryLock", thread);
      record.sample("how much too late", "ms", "HttpClient", network);
      record.fact("tryLock", said);
      record.fact("HttpClient", "HttpTimeoutException");
    };
  }

  private static List<MadeUp> interruptARead() {
    var waits = "waits until there is a byte";
    return List.of(
        answering(
            "nothing: it keeps waiting",
            interrupted(
                "yes",
                waits,
                "SocketException",
                "ClosedByInterruptException",
                "InterruptedException",
                "SocketException")),
        answering(
            "it throws an InterruptedException",
            interrupted("no", "InterruptedException", waits, waits, waits, waits)),
        answering(
            "it throws a SocketException",
            interrupted("no", "SocketException", waits, waits, waits, waits)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> interrupted(
      String marked,
      String platform,
      String virtual,
      String channel,
      String shortReads,
      String closed) {
    return record -> {
      record.fact("marked after its read", marked);
      how("platform thread, socket", platform, record);
      how("virtual thread, socket", virtual, record);
      how("platform thread, channel", channel, record);
      how("platform thread, short reads", shortReads, record);
      how("socket closed instead", closed, record);
    };
  }
}
