package _14_memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.BusyRival;
import _14_memory.exercise.LockFreeStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of LockFreeStack. Plates are put on a pile, and taken from it.
class LockFreeStackTest {
  private final SharedStack<String> pile = new LockFreeStack<>();

  private static Thread start(String name, Runnable code) {
    return Thread.ofPlatform().name(name).start(code);
  }

  private static void assertOneOf(List<String> possible, String seen, String what) {
    if (!possible.contains(seen)) {
      fail("%s; out came %s, which is none of %s".formatted(what, seen, possible));
    }
  }

  @Explore
  @DisplayName("one thread takes what it put, the last first")
  @Graded(points = 1, read = "the contract, SharedStack.java")
  void oneThread() {
    assertNull(pile.pop(), "what an empty stack gives");
    assertEquals(List.of(), pile.popAll(), "all that is in an empty stack");
    assertEquals(0, pile.size(), "the size of an empty stack");
    for (var plate : List.of("a", "b", "c", "a")) {
      pile.push(plate);
    }
    assertThrows(NullPointerException.class, () -> pile.push(null), "push(null)");
    assertEquals(4, pile.size(), "the size after a, b, c and a, and after null was refused");
    assertEquals("a", pile.pop(), "the last of a, b, c and a");
    assertEquals("c", pile.pop(), "the last of a, b and c");
    pile.push("d");
    assertEquals(3, pile.size(), "the size after two were taken, and d was put");
    var all = pile.popAll();
    assertEquals(List.of("d", "b", "a"), all, "all of a, b and d, the last first");
    assertEquals(0, pile.size(), "the size after all were taken");
    assertNull(pile.pop(), "what the stack gives after all were taken");
    pile.push("e");
    assertEquals(List.of("d", "b", "a"), all, "what was taken, after e was put");
    assertEquals(1, new ArrayList<>(pile.popAll()).size(), "how many there are after e was put");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  /// Not explored, because one thread has no order to choose.
  @Test
  @DisplayName("each stack has its own items, however many")
  @Graded(points = 1, read = "the contract, SharedStack.java: as many as fit")
  void manyItems() {
    var many = 100_000;
    var another = new LockFreeStack<Integer>();
    for (var n = 1; n <= many; n++) {
      another.push(n);
    }
    assertEquals(0, pile.size(), "the size of a stack, when others are in another one");
    assertNull(pile.pop(), "what an empty stack gives, when others are in another one");
    assertEquals(many, another.size(), "the size after many were put");
    assertEquals(many, another.pop(), "the last of many");
    var all = another.popAll();
    assertEquals(many - 1, all.size(), "how many were taken at once");
    assertEquals(List.of(many - 1, 1), List.of(all.getFirst(), all.getLast()), "the ends of them");
  }

  @Explore
  @DisplayName("two threads put one each: both are there")
  @Graded(points = 1, read = "lesson 14, \"Compare and set\"")
  void nothingIsLost() throws InterruptedException {
    var other = start("other", () -> pile.push("blue"));
    pile.push("red");
    var soon = pile.size();
    other.join();
    if (soon < 1) {
      fail("one has put a plate, and then found the size " + soon);
    }
    assertEquals(2, pile.size(), "the size after two threads put one each");
    var both = pile.pop() + " " + pile.pop();
    assertOneOf(List.of("red blue", "blue red"), both, "blue and red were put");
  }

  @Explore
  @DisplayName("two threads take one each: they get different ones, and neither gets nothing")
  @Graded(points = 1, read = "lesson 14, \"Compare and set\"")
  void nobodyGetsTheSame() throws InterruptedException {
    pile.push("blue");
    pile.push("red");
    var hers = new AtomicReference<String>();
    var other = start("other", () -> hers.set(pile.pop()));
    var mine = pile.pop();
    other.join();
    var both = mine + " " + hers;
    assertOneOf(List.of("red blue", "blue red"), both, "blue and red were put");
    assertEquals(0, pile.size(), "the size after two were put, and two were taken");
    assertNull(pile.pop(), "what is left after two were put, and two were taken");
  }

  @Explore
  @DisplayName("a plate that comes back is no sign that nothing has happened")
  @Graded(points = 1, read = "lesson 14, \"A card comes back\"")
  void whatComesBack() throws InterruptedException {
    for (var plate : List.of("white", "blue", "red")) {
      pile.push(plate);
    }
    var hers = new ArrayList<String>();
    var other =
        start(
            "other",
            () -> {
              var first = pile.pop();
              hers.add(pile.pop());
              pile.push(first);
            });
    var mine = pile.pop();
    other.join();
    var all = new ArrayList<>(pile.popAll());
    all.add(mine);
    all.addAll(hers);
    all.sort(null);
    assertEquals(
        List.of("blue", "red", "white"), all, "each of three plates once: taken, or in the pile");
  }

  @Explore
  @DisplayName("popAll takes all at one moment, and leaves what comes later")
  @Graded(points = 1, read = "the contract, SharedStack.java: at one moment")
  void allAtOnce() throws InterruptedException {
    pile.push("white");
    var other =
        start(
            "other",
            () -> {
              pile.push("blue");
              pile.push("red");
            });
    var all = pile.popAll();
    var left = pile.size();
    if (left < 0 || left > 3 - all.size()) {
      fail("there are 3 at most; popAll took %s, and then the size was %d".formatted(all, left));
    }
    other.join();
    var seen = all + " and " + pile.popAll();
    var possible =
        List.of("[white] and [red, blue]", "[blue, white] and [red]", "[red, blue, white] and []");
    assertOneOf(possible, seen, "white was there, then blue and red were put");
  }

  @Explore
  @DisplayName("what was done before a push is seen after the pop")
  @Graded(points = 1, read = "lesson 14, \"An object is handed out\"")
  void itemsArePublished() throws InterruptedException {
    var pots = new LockFreeStack<int[]>();
    var other =
        start(
            "other",
            () -> {
              var pot = new int[1];
              pot[0] = 42;
              pots.push(pot);
            });
    var all = AnyValue.of(1, 2) == 1;
    var pot = all ? pots.popAll().stream().findFirst().orElse(null) : pots.pop();
    if (pot != null) {
      assertEquals(42, pot[0], "what is in a pot that was filled before it was put");
    }
    other.join();
  }

  /// With a single preemption. Whoever sees the other one inside a call has used it, and is not
  /// stopped any more: it returns only later than the other one if it waits for it.
  @Explore(preemptions = 1)
  @DisplayName("a thread that is stopped inside a call keeps nobody waiting")
  @Graded(points = 1, read = "the contract, SharedStack.java: lock-free")
  void nobodyWaits() throws InterruptedException {
    pile.push("white");
    var theirs = AnyValue.of("push", "pop", "popAll", "size");
    var mine = AnyValue.of("push", "pop", "popAll", "size");
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var other =
        start(
            "stopped",
            () -> {
              begun.countDown();
              call(theirs);
              ended.countDown();
            });
    begun.await();
    var inside = ended.getCount() > 0;
    call(mine);
    if (inside && ended.getCount() == 0) {
      fail(
          "a thread was stopped inside %s, and %s waited until it went on".formatted(theirs, mine));
    }
    other.join();
  }

  /// Makes a call, and tells what it took.
  private List<String> call(String method) {
    return switch (method) {
      case "push" -> {
        pile.push("red");
        yield List.of();
      }
      case "pop" -> Stream.ofNullable(pile.pop()).toList();
      case "popAll" -> pile.popAll();
      default -> {
        pile.size();
        yield List.of();
      }
    };
  }

  @Explore(preemptions = 1, overtaken = BusyRival.OFTEN)
  @DisplayName("however often others get in first, a call does its work")
  @Graded(points = 1, read = "the contract, SharedStack.java: never gives up")
  void nobodyGivesUp() throws InterruptedException {
    var pushed = new AtomicInteger();
    Runnable rivals =
        () -> {
          pile.push("red");
          pushed.incrementAndGet();
        };
    pile.push("white");
    var method = AnyValue.of("push", "pop", "popAll", "size");
    if (method.equals("size")) {
      int size = BusyRival.beside(() -> interruptedIn(method, pile::size), rivals);
      if (size < 1 || size > 1 + pushed.get()) {
        fail("the size was %d; there was 1, and %s were put".formatted(size, pushed));
      }
      return;
    }
    var taken = BusyRival.beside(() -> interruptedIn(method, () -> call(method)), rivals).size();
    var least = method.startsWith("pop") ? 1 : 0;
    if (taken < least) {
      fail("%s took none of at least 1 plate; its thread was interrupted".formatted(method));
    }
    var puts = pushed.get() + (method.equals("push") ? 2 : 1);
    var left = "the size after %d were put, and %d taken".formatted(puts, taken);
    int size = interruptedIn("size", pile::size);
    assertEquals(puts - taken, size, left + "; its thread was interrupted");
  }

  private static <T> T interruptedIn(String call, Supplier<T> method) {
    var left = false;
    T answer;
    Thread.currentThread().interrupt();
    try {
      answer = method.get();
    } finally {
      left = Thread.interrupted();
    }
    assertTrue(left, "whether " + call + " left its thread interrupted");
    return answer;
  }

  @Explore
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "the contract, SharedStack.java: linearizable")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    ConcurrentCalls.<SharedStack<String>>of(LockFreeStack::new, PlainStack::new)
        .first("push(a)", one -> push(one, "a"))
        .call("push(b)", one -> push(one, "b"))
        .call("pop()", SharedStack::pop)
        .call("size()", SharedStack::size)
        .call("popAll()", SharedStack::popAll)
        .last("size()", SharedStack::size)
        .last("popAll()", SharedStack::popAll)
        .check(30);
  }

  private static Object push(SharedStack<String> stack, String item) {
    stack.push(item);
    return null;
  }

  /// What the contract says when one thread calls.
  private static final class PlainStack implements SharedStack<String> {
    private final List<String> items = new ArrayList<>();

    @Override
    public void push(String item) {
      items.addFirst(item);
    }

    @Override
    public String pop() {
      return items.isEmpty() ? null : items.removeFirst();
    }

    @Override
    public List<String> popAll() {
      var all = List.copyOf(items);
      items.clear();
      return all;
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
