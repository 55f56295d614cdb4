package _13_websockets.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// Who noticed that a cable was unplugged.
final class HalfOpenFindings {
  static final String NOTICED = "noticed";
  static final String SERVER = "server, without a heartbeat";
  static final String CLIENT = "client, without a heartbeat";
  static final String NEAR = "client that answers, with a heartbeat";
  static final String SILENCE = "silence of a client that was let go";
  static final String TIME = "until the server lets go, with a heartbeat";

  private HalfOpenFindings() {}

  static void noticed(String who, boolean noticed, Recorder record) {
    record.sample(NOTICED, "times", who, noticed ? 1 : 0);
  }

  /// @param silence how long the client was silent at most, in ms
  static void near(boolean letGo, double silence, Recorder record) {
    noticed(NEAR, letGo, record);
    if (letGo) {
      record.sample(SILENCE, "ms", NEAR, silence);
    }
  }

  /// @param limit how long a client may be silent, in ms
  static Findings of(int limit, Observations seen) {
    var time = seen.samples(TIME, "server").map(Point::median).orElse(-1.0);
    var near = noticed(NEAR, seen);
    var answer =
        answer(noticed(SERVER, seen), noticed(CLIENT, seen))
            .claim(
                "With a heartbeat, the server lets go of the client that is silent.",
                time > 0,
                "after %.0f ms".formatted(time));
    return near > 0 && shortestSilence(seen) > limit
        ? answer.note(
            "The machine was too busy to answer within the limit. Run it again when no other"
                + " program is busy.")
        : answer.claim(
            "With a heartbeat, a client that answers stays connected.",
            near == 0,
            "%.0f disconnected".formatted(near));
  }

  private static double shortestSilence(Observations seen) {
    return seen.samples(SILENCE, NEAR).map(all -> all.quantile(0)).orElse(0.0);
  }

  /// In how many of the repeats somebody noticed; -1 when nobody looked.
  private static double noticed(String who, Observations seen) {
    return seen.samples(NOTICED, who)
        .map(all -> all.samples().stream().mapToDouble(Double::doubleValue).sum())
        .orElse(-1.0);
  }

  private static Findings answer(double server, double client) {
    if (server < 0 || client < 0) {
      return Findings.cannotTell("Nobody looked. Run it again.");
    }
    if (client > 0) {
      return Findings.answer("the client, at once");
    }
    return Findings.answer(server > 0 ? "the server, when it sends" : "nobody");
  }
}
