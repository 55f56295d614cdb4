package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds up one that counts, lets others call meanwhile, and checks whether a step is lost.
public final class CounterTurns extends CounterFixture {
  public CounterTurns(Path path, Class<?> type) {
    super(path, type);
  }

  public void ofProcesses() throws Exception {
    for (var place = Place.FIRST; ; ) {
      var start = begin(new Change(0, 300));
      var slow = process();
      var others = List.of(process(), process());
      var calls = new ArrayList<CounterCall>();
      slow.at(
          place,
          () -> {
            calls.add(add(others.getFirst(), counter(others.getFirst()), 10).comesToRest());
            calls.add(add(others.getLast(), counter(others.getLast()), 100).comesToRest());
          });
      var sums = new ArrayList<>(List.of(add(slow, slow.counter(), 1).result()));
      if (!slow.wasStopped()) {
        return;
      }
      var what =
          "One process was held up in add(1) at 300, %s; others called add(10) and add(100)"
              .formatted(slow.place());
      for (var call : calls) {
        sums.add(resultOf(call, what));
      }
      assertEquals(411, start.get(), what + ". The sum in the end");
      assertInTurn(sums, what);
      place = slow.nextOfFew();
    }
  }

  /// Whether each call began with 300, or with what another one had made.
  private static void assertInTurn(List<Long> sums, String what) {
    var steps = List.of(1L, 10L, 100L);
    for (var i = 0; i < sums.size(); i++) {
      var before = sums.get(i) - steps.get(i);
      if (before != 300 && !sums.contains(before) || sums.indexOf(sums.get(i)) != i) {
        fail(what + ". They returned " + sums + ", as they never would one after the other");
      }
    }
  }

  public void ofThreads() throws Exception {
    for (var step : new long[] {1, 0}) {
      var change = new Change(step, 300);
      for (var place = Place.FIRST; meet(change, place, Own.values()).isPresent(); ) {
        place = new Place(place.operation() + 1, 0);
      }
    }
    for (var place = Optional.of(Place.FIRST); place.isPresent(); ) { // in an empty file
      place = meet(new Change(1), place.get(), Own.COUNTER);
    }
  }

  /// Holds up a thread, while another one of its process reads and adds.
  ///
  /// @param change what the first one adds; 0 when it reads
  /// @return the next place; empty if it did not come to this one
  private Optional<Place> meet(Change change, Place place, Own... owns) throws Exception {
    var step = change.step();
    var before = change.before();
    var next = place;
    for (var own : owns) {
      var start = begin(change);
      var process = process();
      var channel = process.channel();
      var counter = process.counter(channel);
      var second =
          switch (own) {
            case NOTHING -> counter;
            case COUNTER -> process.counter(channel);
            case CHANNEL -> process.counter();
          };
      var calls = new ArrayList<CounterCall>();
      process.at(
          place,
          () -> {
            calls.add(get(process, second).comesToRest());
            calls.add(add(process, second, 10).comesToRest());
          });
      var what =
          "Another thread of the same process, with %s, called get() and add(10) during %s"
              .formatted(own.what, step == 0 ? "get()" : "add(1)");
      var held = step == 0 ? get(process, counter) : add(process, counter, step);
      var first = resultOf(held, what);
      if (!process.wasStopped()) {
        return Optional.empty();
      }
      var seen = resultOf(calls.getFirst(), what);
      var then = resultOf(calls.getLast(), what);
      var sum = before + 10 + step;
      assertEquals(sum, start.get(), what + ", " + process.place() + ". The sum in the end");
      var right = then == sum || then == before + 10 && first == sum;
      var all = List.of(before, before + step, before + 10, sum);
      assertTrue(right && all.containsAll(List.of(first, seen)), what);
      next = process.nextOfFew();
    }
    return Optional.of(next);
  }

  /// What the second thread has for itself.
  private enum Own {
    NOTHING("the same counter"),
    COUNTER("a counter of its own for the same channel"),
    CHANNEL("a counter and a channel of its own");

    final String what;

    Own(String what) {
      this.what = what;
    }
  }
}
