package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Interrupts threads before their turn, while they wait, and when they have their turn.
public final class CounterInterrupts extends CounterFixture {
  /// How a call ends that was interrupted in time.
  private static final String INTERRUPTED = "threw InterruptedException";

  public CounterInterrupts(Path path, Class<?> type) {
    super(path, type);
  }

  public void everywhere() throws Exception {
    var start = begin(FEW_BYTES);
    beginsInterrupted("add(1)", start, () -> start.add(1));
    beginsInterrupted("add(0)", start, () -> start.add(0));
    beginsInterrupted("get()", start, start::get);
    for (var sameProcess : List.of(true, false)) {
      for (var place = Optional.of(Place.FIRST); place.isPresent(); ) {
        place = interruptsWaiting(FEW_BYTES, place.get(), sameProcess);
      }
      for (var place = Optional.of(Place.FIRST); place.isPresent(); ) { // in an empty file
        place = interruptsWaiting(new Change(1), place.get(), sameProcess);
      }
    }
    for (var place = Place.FIRST; interruptsAt(place); ) {
      place = new Place(place.operation() + 1, 0);
    }
  }

  private void beginsInterrupted(String name, FileCounter counter, Callable<Long> what)
      throws Exception {
    var call =
        new CounterCall(
            process(),
            name,
            () -> {
              Thread.currentThread().interrupt();
              return what.call();
            });
    assertEquals(INTERRUPTED, call.ending(), name + " of a thread that was already interrupted");
    assertEquals(255, counter.get(), "the sum after " + name + " of an interrupted thread");
  }

  /// Interrupts calls that wait until another thread or process has had its turn.
  ///
  /// @return the next place; empty if that one did not come to the one where it is held up
  private Optional<Place> interruptsWaiting(Change change, Place place, boolean sameProcess)
      throws Exception {
    var start = begin(change);
    var slow = process();
    var waiting = sameProcess ? slow : process();
    var channel = waiting.channel();
    var counter = waiting.counter(channel);
    var endings = new ArrayList<String>();
    slow.at(
        place,
        () -> {
          interrupt(add(waiting, counter, 0), endings); // one at a time: else one waits for the
          interrupt(get(waiting, counter), endings); // other, and not for long
        });
    slow.counter().add(change.step());
    if (!slow.wasStopped()) {
      return Optional.empty();
    }
    var what =
        "A call was interrupted while it waited for another "
            + (sameProcess ? "thread of its process" : "process");
    for (var ending : endings) {
      assertEquals(INTERRUPTED, ending, what + ". It");
    }
    assertTrue(channel.isOpen(), what + ". Its channel is closed, as after an interrupt in lock()");
    assertEquals(change.after(), counter.get(), what + ". The sum afterwards");
    assertEquals(change.after(), start.get(), what + ". The sum in another process");
    return Optional.of(slow.nextOfFew());
  }

  /// Interrupts a call if it waits, and notes how it ended.
  private static void interrupt(CounterCall call, List<String> endings) {
    if (!call.comesToRest().isOver()) {
      call.interrupt();
      endings.add(call.ending());
    }
  }

  /// Interrupts a thread that has its turn.
  ///
  /// @return whether it came to that place
  private boolean interruptsAt(Place place) throws Exception {
    var start = begin(FEW_BYTES);
    var process = process();
    var counter = process.counter();
    var other = process.counter();
    process.at(place, () -> Thread.currentThread().interrupt());
    var call = add(process, counter, 1);
    var ending = call.ending();
    if (!process.wasStopped()) {
      return false;
    }
    var what = "A thread was interrupted in add(1) at 255, %s.".formatted(process.place());
    process.undisturbed();
    var found = get(process, other).result();
    var allowed =
        switch (ending.replace(CounterCall.STILL_SET, "")) {
          case "returned 256" -> List.of(256L);
          case INTERRUPTED -> List.of(255L);
          default -> List.of(255L, 256L);
        };
    if (!allowed.contains(found)) {
      fail("%s It %s, and another counter found %d".formatted(what, ending, found));
    }
    assertEquals(found, start.get(), what + " The sum in another process");
    assertEquals(found + MORE, add(process, other, MORE).result(), what + " The next sum");
    return true;
  }
}
