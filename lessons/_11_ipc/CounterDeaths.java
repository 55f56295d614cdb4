package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// Kills processes that count, wherever they can be killed, and looks at what is left.
public final class CounterDeaths extends CounterFixture {
  /// Sums to begin with, each made by several steps, and what is added to them. In most of them
  /// many bytes change.
  private static final List<Change> CHANGES =
      List.of(
          FEW_BYTES,
          new Change(1),
          new Change(-1, 7, -7),
          new Change(1, 300, -301),
          new Change(-1, 1, 255, 1L << 40),
          new Change(7_000, 7, 70, 700),
          new Change(1, Long.MAX_VALUE - 1));

  /// More than fit into a file, if each takes four bytes.
  private static final int MANY_STEPS = 1_100;

  private static final long STEP = 1_000;

  /// Bytes in the file.
  private static final long MOST = 4_096;

  public CounterDeaths(Path path, Class<?> type) {
    super(path, type);
  }

  public void inOneCall() throws Exception {
    for (var change : CHANGES) {
      begin(change);
      var file = Files.readAllBytes(path());
      for (var readsFirst : List.of(true, false)) {
        dieEverywhere(change, file, readsFirst);
      }
    }
    dieWhereTheFileIsCut();
  }

  /// Some files grow until they are made shorter.
  private void dieWhereTheFileIsCut() throws Exception {
    afresh(new byte[0]);
    var process = process();
    var counter = process.counter();
    for (var sum = 0L; sum < MANY_STEPS * STEP; sum += STEP) {
      process.undisturbed();
      var file = Files.readAllBytes(path());
      counter.add(STEP);
      if (Files.size(path()) < file.length) {
        dieEverywhere(new Change(STEP, sum), file, true);
        dieEverywhere(new Change(STEP, sum), file, false);
        return;
      }
    }
  }

  private void dieEverywhere(Change change, byte[] file, boolean readsFirst) throws Exception {
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var survivor = counter(process());
      survivor.get();
      var dying = process();
      dieIn(dying, place, counter -> counter.add(change.step()));
      if (!dying.wasStopped()) {
        return;
      }
      var what =
          "A process was killed in add(%d) at %d, %s"
              .formatted(change.step(), change.before(), dying.place());
      assertTrue(
          Files.size(path()) <= MOST, what + ". There are more than 4,096 bytes in the file");
      var newcomer = counter(process());
      var found = found(what, () -> readsFirst ? newcomer.get() : survivor.add(MORE) - MORE);
      if (found != change.before() && found != change.after()) {
        fail(
            "%s. The next one found %d, neither %d nor %d"
                .formatted(what, found, change.before(), change.after()));
      }
      var now = readsFirst ? found : found + MORE;
      assertEquals(now, newcomer.get(), what + ". A first call settled it; get() in a second");
      assertEquals(now + MORE, survivor.add(MORE), what + ". A second call, add(" + MORE + ")");
      assertEquals(now, newcomer.add(-MORE), what + ". A third call, add(" + -MORE + ")");
      assertEquals(now, survivor.get(), what + ". A fourth call, get()");
      place = next(dying, change);
    }
  }

  public void inTwoCalls() throws Exception {
    dieTwice(FEW_BYTES, 0);
    dieTwice(MANY_BYTES, 100_000);
  }

  /// @param second what the second process adds; 0 when it reads
  private void dieTwice(Change change, long second) throws Exception {
    begin(change);
    var file = Files.readAllBytes(path());
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var first = process();
      dieIn(first, place, counter -> counter.add(change.step()));
      if (!first.wasStopped()) {
        return;
      }
      var left = Files.readAllBytes(path());
      for (var nextPlace = Place.FIRST; ; ) {
        afresh(left);
        var next = process();
        dieIn(next, nextPlace, one -> second == 0 ? one.get() : one.add(second));
        if (!next.wasStopped()) {
          break;
        }
        var what =
            "One process was killed in add(%d) at %d, %s, and then another in %s, %s"
                .formatted(
                    change.step(),
                    change.before(),
                    first.place(),
                    second == 0 ? "get()" : "add(" + second + ")",
                    next.place());
        var newcomer = counter(process());
        var found = found(what, newcomer::get);
        var sums = LongStream.of(0, change.step(), second, change.step() + second);
        if (sums.noneMatch(added -> found == change.before() + added)) {
          fail(what + ". The third one found " + found);
        }
        assertEquals(found + MORE, newcomer.add(MORE), what + ". The third one found " + found);
        assertEquals(found + MORE, counter(process()).get(), what + ". The fourth one's get()");
        nextPlace = next.nextOfFew();
      }
      place = first.nextOfFew();
    }
  }
}
