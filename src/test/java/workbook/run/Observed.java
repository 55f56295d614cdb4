package workbook.run;

import java.util.function.Consumer;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Recorder;
import workbook.Span;

/// Observations that a test makes up, recorded as an experiment would record them.
public final class Observed implements Recorder {
  private final ObservationsBuilder seen = new ObservationsBuilder();
  private long now;

  private Observed() {}

  /// What is recorded becomes observations. Every act of a conversation and every line said comes a
  /// millisecond after the one before.
  public static Observations of(Consumer<Recorder> records) {
    var recorder = new Observed();
    records.accept(recorder);
    return recorder.seen.observations();
  }

  @Override
  public void sample(String quantity, String unit, String series, double at, double value) {
    seen.sample(quantity, unit, series, at, value);
  }

  @Override
  public void fact(String name, String value) {
    seen.fact(name, value);
  }

  @Override
  public void outcome(
      String group, String what, Outcome.Expectation expected, long times, String meaning) {
    seen.outcome(new Outcome(group, what, expected, times, meaning));
  }

  @Override
  public void span(String lane, String state, long from, long to) {
    seen.span(new Span(lane, state, from, to));
  }

  @Override
  public void said(String speaker, String text) {
    seen.said(now(), speaker, text);
  }

  @Override
  public void turn(String party, MessageEvent.Act act, String peer, byte... bytes) {
    var text = bytes.length > 0 ? MessageEvent.shown(bytes) : "";
    seen.turn(new MessageEvent(now(), party, act, peer, bytes.length, text));
  }

  @Override
  public void turn(String party, String does) {
    seen.turn(new MessageEvent(now(), party, MessageEvent.Act.DOES, "", 0, does));
  }

  @Override
  public void note(String text) {
    seen.note(text);
  }

  @Override
  public void progress(long done, long total) {
    // nobody watches
  }

  @Override
  public long now() {
    now += 1_000_000;
    return now;
  }
}
