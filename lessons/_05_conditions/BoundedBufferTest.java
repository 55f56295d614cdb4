package _05_conditions;

import static java.lang.Thread.State.RUNNABLE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.exercise.BoundedBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of BoundedBuffer. Cooks put dishes in, guests take them out.
///
/// All are explored: every order of steps is tried, threads wake for no reason, limits run out
/// early. Time is the explorer's own, so an hour passes as soon as nobody has anything else to do.
class BoundedBufferTest {
  private final Queue<String> eaten = new ConcurrentLinkedQueue<>();

  @Explore
  @DisplayName("one thread gets back what it put, in the same order")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void firstInFirstOut() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(2);
    buffer.put("soup");
    buffer.put("cake");
    assertEquals(2, buffer.size(), "items after two were put");
    assertEquals("soup", buffer.take(), "the item that was put first");
    assertEquals(1, buffer.size(), "items after two were put and one was taken");
    assertEquals("cake", buffer.take(), "the item that was put second");
    assertEquals(0, buffer.size(), "items after all were taken");
  }

  @Explore
  @DisplayName("null and a buffer without a place are refused, and nothing has changed then")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void refusesWhatItCannotHold() throws InterruptedException {
    assertThrows(
        IllegalArgumentException.class, () -> new BoundedBuffer<String>(0), "a buffer of 0 places");
    assertThrows(
        IllegalArgumentException.class, () -> new BoundedBuffer<String>(-1), "of -1 places");
    var buffer = new BoundedBuffer<String>(1);
    assertThrows(NullPointerException.class, () -> buffer.put(null), "put(null)");
    assertThrows(NullPointerException.class, () -> buffer.offer(null, 1, SECONDS), "offer(null)");
    assertEquals(0, buffer.size(), "items after null was refused");
    var cook = start("cook", () -> buffer.put("soup"));
    cook.join();
    assertEquals("soup", buffer.take(), "what another thread put after null was refused");
  }

  @Explore
  @DisplayName("put waits while all places are taken")
  @Graded(points = 1, read = "lesson 05, \"If, or while\"")
  void aFullBufferMakesPutWait() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var cook =
        start(
            "cook",
            () -> {
              buffer.put("soup");
              buffer.put("cake");
            });
    var seen = buffer.size();
    if (seen > 1) {
      fail(seen + " items in a buffer with one place");
    }
    assertEquals("soup", buffer.take(), "the item that was put first");
    assertEquals("cake", buffer.take(), "the item that had to wait for a place");
    cook.join();
    assertEquals(0, buffer.size(), "items after all were taken");
  }

  /// No preemptions and no early time-outs here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("take waits while there is nothing, and put while there is no place, asleep")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void whoWaitsSleeps() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var guest = start("guest", () -> eaten.add(buffer.take()));
    Thread.sleep(Duration.ofHours(1));
    if (guest.getState() == RUNNABLE) {
      fail("a guest waited for an hour and was not asleep");
    }
    buffer.put("soup");
    guest.join();
    assertEquals("[soup]", eaten.toString(), "what the guest got who had waited for an hour");
    buffer.put("cake");
    var cook = start("cook", () -> buffer.put("pie"));
    Thread.sleep(Duration.ofHours(1));
    if (cook.getState() == RUNNABLE) {
      fail("a cook waited for an hour and was not asleep");
    }
    assertEquals("cake", buffer.take(), "the item that was put before the cook's");
    cook.join();
    assertEquals("pie", buffer.take(), "the item of the cook who had waited for an hour");
  }

  @Explore
  @DisplayName("two guests, two dishes: each gets one")
  @Graded(points = 1, read = "lesson 05, \"If, or while\"")
  void twoGuestsTwoDishes() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(2);
    var first = start("guest 1", () -> eaten.add(buffer.take()));
    var second = start("guest 2", () -> eaten.add(buffer.take()));
    buffer.put("soup");
    buffer.put("cake");
    first.join();
    second.join();
    assertEquals(Set.of("soup", "cake"), Set.copyOf(eaten), "what the two guests got");
  }

  @Explore
  @DisplayName("cook and guests wait for the same place, and all get on")
  @Graded(points = 1, read = "lesson 05, \"One ring, or a ring for all\"")
  void whoeverCanGoOnIsWoken() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var first = start("guest 1", () -> eaten.add(buffer.take()));
    var second = start("guest 2", () -> eaten.add(buffer.take()));
    buffer.put("soup");
    buffer.put("cake");
    first.join();
    second.join();
    assertEquals(Set.of("soup", "cake"), Set.copyOf(eaten), "what the two guests got");
  }

  @Explore
  @DisplayName("offer and poll give up when the time is over, and do what they say")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 4")
  void givesUpInTime() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    assertNull(buffer.poll(0, SECONDS), "poll without time, nothing there");
    assertTrue(buffer.offer("soup", 0, SECONDS), "offer without time, a free place");
    assertFalse(buffer.offer("cake", 1, SECONDS), "offer for a second, no place");
    assertEquals("soup", buffer.poll(0, SECONDS), "poll without time, one item there");
    assertNull(buffer.poll(1, SECONDS), "poll for a second, nothing there");
    var guest = start("guest", () -> eaten.add(buffer.poll(1, SECONDS) == null ? "none" : "tea"));
    var served = buffer.offer("tea", 1, SECONDS);
    guest.join();
    assertTrue(served, "offer for a second, a free place");
    var left = eaten.contains("tea") ? 0 : 1;
    assertEquals(left, buffer.size(), "one item was put, and the guest got " + eaten);
  }

  /// No preemptions and no early time-outs here: every thread is in time.
  @Explore(preemptions = 0)
  @DisplayName("who is woken in vain still has the rest of the time, and no more")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 4")
  void theTimeIsGivenOnce() throws InterruptedException {
    wokenInVain(3, "cake");
    wokenInVain(6, "nothing");
  }

  /// A guest polls for 10 seconds, and is woken after 6 by a dish that somebody else snatches away.
  ///
  /// @param seconds from then on until there is another dish
  private void wokenInVain(int seconds, String gets) throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var guest =
        start(
            "guest",
            () -> eaten.add(Objects.requireNonNullElse(buffer.poll(10, SECONDS), "nothing")));
    Thread.sleep(Duration.ofSeconds(6));
    buffer.put("soup");
    var snatched = buffer.poll(0, SECONDS) != null;
    Thread.sleep(Duration.ofSeconds(seconds));
    buffer.put("cake");
    guest.join();
    assertEquals(
        snatched ? gets : "soup", // a fair buffer gives it to the guest
        eaten.remove(),
        "what poll got in 10 seconds, woken in vain after 6; a dish came after " + (6 + seconds));
  }

  @Explore
  @DisplayName("an interrupt ends the waiting, and the buffer goes on")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void anInterruptEndsTheWaiting() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var guest =
        start(
            "guest",
            () ->
                assertThrows(
                    InterruptedException.class,
                    buffer::take,
                    "take from an empty buffer, interrupted"));
    guest.interrupt();
    guest.join();
    var cook = start("cook", () -> buffer.put("soup"));
    assertEquals("soup", buffer.take(), "what was put after the interrupt");
    cook.join();
  }

  @Explore
  @DisplayName("a guest who is called off leaves the dish for others")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 5")
  void anInterruptLosesNothing() throws InterruptedException {
    var buffer = new BoundedBuffer<String>(1);
    var guest = start("guest", () -> eaten.add(buffer.take()));
    buffer.put("soup");
    guest.interrupt();
    guest.join();
    var left = eaten.contains("soup") ? null : "soup";
    assertEquals(left, buffer.poll(0, SECONDS), "what is left, if of the guest we hear " + eaten);
  }

  /// Starts a thread. What it throws fails the test; that it was interrupted is written down.
  private Thread start(String name, Body body) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                body.run();
              } catch (InterruptedException calledOff) {
                eaten.add("called off");
              }
            });
  }

  private interface Body {
    void run() throws InterruptedException;
  }
}
