package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Holds up readers and writers wherever they can be held up, and looks at what readers see.
public final class CounterReaders extends CounterFixture {
  /// Two sums that differ in their upper halves, and in their lower ones.
  private static final long FIRST_STEP = (1L << 40) + 1;

  private static final long NEXT_STEP = (5L << 40) + 7;

  public CounterReaders(Path path, Class<?> type) {
    super(path, type);
  }

  /// Kills a process wherever it can be, and lets others read what is left in pieces.
  public void inPieces() throws Exception {
    for (var change : List.of(new Change(1), FEW_BYTES, MANY_BYTES)) {
      begin(change);
      var file = Files.readAllBytes(path());
      var isStopped = true;
      for (var place = Place.FIRST; isStopped; ) {
        afresh(file);
        var dying = process();
        dieIn(dying, place, counter -> counter.add(change.step()));
        isStopped = dying.wasStopped();
        readInPieces(change, isStopped ? dying.place() : "after it had returned");
        place = dying.nextOfFew();
      }
    }
  }

  private void readInPieces(Change change, String where) throws Exception {
    var what =
        "A process was killed in add(%d) at %d, %s. Each read of the next one brings half of what"
                .formatted(change.step(), change.before(), where)
            + " is there";
    var process = process();
    try (var channel = new ShortReads(FileChannel.open(path(), READ, WRITE), process)) {
      var counter = process.counter(channel);
      var found = found(what, counter::get);
      if (found != change.before() && found != change.after()) {
        fail("%s: get() returned %d".formatted(what, found));
      }
      assertEquals(
          found + MORE, found(what, () -> counter.add(MORE)), what + ": add(" + MORE + ")");
      assertEquals(found + MORE, counter(process()).get(), what + ". The sum in another process");
    }
  }

  public void wholeSums() throws Exception {
    for (var change : List.of(FEW_BYTES, new Change(1L << 40, -2))) {
      readInTheMiddle(change);
    }
    for (var adds : List.of(1, 2)) {
      for (var place = Optional.of(Place.FIRST); place.isPresent(); ) {
        place = readWhileOthersAdd(place.get(), adds);
      }
    }
    readWhereOneWasKilled();
  }

  /// Kills a writer in the middle of its writes, and looks what readers see when the next one adds.
  private void readWhereOneWasKilled() throws Exception {
    begin(FEW_BYTES);
    var file = Files.readAllBytes(path());
    for (var deadly = Place.FIRST; ; ) {
      afresh(file);
      var dying = process();
      dieIn(dying, deadly, one -> one.add(FIRST_STEP));
      if (!dying.wasStopped()) {
        return;
      }
      if (deadly.bytes() > 0) {
        readWhileTheNextAdds(dying.place(), Files.readAllBytes(path()));
      }
      deadly = dying.nextOfFew();
    }
  }

  private void readWhileTheNextAdds(String where, byte[] left) throws Exception {
    for (var place = Place.FIRST; ; ) {
      afresh(left);
      var slow = process();
      var next = process();
      var writes = new ArrayList<CounterCall>();
      slow.at(place, () -> writes.add(add(next, counter(next), NEXT_STEP).comesToRest()));
      var seen = resultOf(get(slow, counter(slow)), "get() while another one added");
      if (!slow.wasStopped()) {
        return;
      }
      var made = writes.getFirst().result();
      if (!List.of(255L, made - NEXT_STEP, made).contains(seen)) {
        fail(
            "A process was killed in add(%d) at 255, %s. Another one's add(%d) made %d. "
                    .formatted(FIRST_STEP, where, NEXT_STEP, made)
                + "get() was held up meanwhile, %s, and returned %d".formatted(slow.place(), seen));
      }
      place = slow.nextOfReads();
    }
  }

  /// Holds up a reader, while one process adds once or twice, and the next one is killed wherever
  /// it can be.
  ///
  /// @return the next place; empty if the reader did not come to this one
  private Optional<Place> readWhileOthersAdd(Place place, int adds) throws Exception {
    begin(FEW_BYTES);
    var file = Files.readAllBytes(path());
    var sums = LongStream.iterate(256, sum -> sum << 8).limit(adds).boxed().toList();
    for (var deadly = Place.FIRST; ; ) {
      afresh(file);
      var slow = process();
      var writer = process();
      var dying = process();
      var where = deadly;
      var writes = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            var counter = counter(writer);
            var sum = 255L;
            for (var next : sums) {
              if (writes.stream().allMatch(CounterCall::isOver)) {
                writes.add(add(writer, counter, next - sum).comesToRest());
              }
              sum = next;
            }
            if (writes.stream().allMatch(CounterCall::isOver)) {
              dieIn(dying, where, one -> one.add(1L << 40));
            }
          });
      var seen = resultOf(get(slow, counter(slow)), "get() while others added");
      if (!slow.wasStopped()) {
        return Optional.empty();
      }
      var last = sums.getLast();
      if (seen != 255 && !sums.contains(seen) && seen != last + (1L << 40)) {
        fail(
            "get() at 255 was held up %s. Another process made %s, and a third one was killed in"
                    .formatted(slow.place(), sums)
                + " add(%d), %s. get() returned %d".formatted(1L << 40, dying.place(), seen));
      }
      for (var write : writes) {
        write.result();
      }
      if (!dying.wasStopped()) {
        return Optional.of(slow.nextOfReads());
      }
      deadly = dying.nextOfFew();
    }
  }

  private void readInTheMiddle(Change change) throws Exception {
    for (var place = Place.FIRST; ; ) {
      begin(change);
      var slow = process();
      var readers = List.of(process(), process());
      var calls = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            for (var reader : readers) {
              calls.add(get(reader, counter(reader)).comesToRest());
            }
          });
      add(slow, slow.counter(), change.step()).result();
      if (!slow.wasStopped()) {
        return;
      }
      var seen = new ArrayList<Long>();
      for (var call : calls) {
        seen.add(call.result());
      }
      var forwards = seen.getFirst() <= seen.getLast();
      if (!forwards || !List.of(change.before(), change.after()).containsAll(seen)) {
        fail(
            "add(%d) at %d was held up %s. Two readers, one after the other, found %s"
                .formatted(change.step(), change.before(), slow.place(), seen));
      }
      place = next(slow, change);
    }
  }
}
