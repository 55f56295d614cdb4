package _13_websockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _13_websockets.exercise.Broadcast;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of Broadcast. All are explored, each with a few preemptions.
class BroadcastTest extends BroadcastFixture {
  private static final String READ_ROOM = "the contract, ChatRoom.java";
  private static final String READ_DELIVERY = "the contract, ChatRoom.java: Delivery";
  private static final String READ_CAPACITY = "the contract, ChatRoom.java: Capacity";
  private static final String READ_REMOVAL = "the contract, ChatRoom.java: Removal";
  private static final String READ_MEMBER = "the contract, Member.java";

  private final Member quietAnn = new RecordingMember();
  private final Member quietBob = new RecordingMember();
  private final IOException brokenLine = new IOException("the connection is broken");

  @Explore(preemptions = 1)
  @DisplayName("each member gets each message once, in the order in which they are said")
  @Graded(points = 1, read = READ_DELIVERY)
  void eachMessageOnce() throws InterruptedException {
    var room = new Broadcast(4, factory);
    var ann = new RecordingMember();
    var bob = new RecordingMember();
    assertTrue(room.join(ann), "whether Ann joined");
    assertTrue(room.join(bob), "whether Bob joined");
    var messages = List.of("Grüße", "", "日本", "");
    messages.forEach(room::say);
    ann.hears(4);
    bob.hears(4);
    room.close();
    assertEquals(messages, ann.all(), "what Ann got");
    assertEquals(messages, bob.all(), "what Bob got");
  }

  @Explore
  @DisplayName("no capacity, null, a member twice, a stranger, an interrupt, a closed room")
  @Graded(points = 1, read = READ_ROOM)
  void theEdges() throws InterruptedException {
    for (var capacity : List.of(0, -1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Broadcast(capacity, factory),
          "a room with a capacity of " + capacity);
    }
    assertThrows(NullPointerException.class, () -> new Broadcast(1, null), "without a factory");
    var room = new Broadcast(Integer.MAX_VALUE, factory);
    var ann = new RecordingMember("hello", never::await);
    assertThrows(NullPointerException.class, () -> room.join(null), "join(null)");
    assertThrows(NullPointerException.class, () -> room.leave(null), "leave(null)");
    assertThrows(NullPointerException.class, () -> room.say(null), "say(null)");
    assertFalse(room.leave(ann), "whether a stranger left");
    Thread.currentThread().interrupt();
    assertTrue(room.join(ann), "whether Ann joined");
    assertThrows(NullPointerException.class, () -> room.say(null), "say(null), with a member");
    assertFalse(room.join(ann), "whether Ann joined, who is in the room");
    assertFalse(new Broadcast(1, factory).leave(ann), "whether Ann left another room");
    room.say("hello");
    assertTrue(Thread.interrupted(), "whether the caller is still interrupted");
    ann.hears(1);
    Thread.currentThread().interrupt();
    assertTrue(room.leave(ann), "whether Ann left");
    assertFalse(room.leave(ann), "whether Ann left, who had left");
    room.say("anybody?");
    room.close();
    room.close();
    assertTrue(Thread.interrupted(), "whether the caller is still interrupted");
    assertThrows(NullPointerException.class, () -> room.join(null), "join(null), closed");
    assertThrows(NullPointerException.class, () -> room.leave(null), "leave(null), closed");
    assertThrows(NullPointerException.class, () -> room.say(null), "say(null), closed");
    assertThrows(IllegalStateException.class, () -> room.join(ann), "join in a closed room");
    assertThrows(IllegalStateException.class, () -> room.say("bye"), "say in a closed room");
    assertFalse(room.leave(ann), "whether Ann left a closed room");
    assertEquals(List.of("hello"), ann.all(), "what Ann got");
  }

  @Explore(preemptions = 1)
  @DisplayName("several threads call at once: as if one after the other, and in one order for all")
  @Graded(points = 1, read = READ_DELIVERY)
  void oneOrderForAll() throws InterruptedException {
    switch (AnyValue.of(
        "two speak", "one goes", "one closes", "two are full", "all call", "one is full")) {
      case "two speak" -> twoSpeak();
      case "one goes" -> speaksAsOneIsRemoved(new Broadcast(3, held));
      case "one closes" ->
          speaksAsItCloses(new Broadcast(1, BroadcastFixture::lateThread), quietAnn);
      case "two are full" ->
          ConcurrentCalls.<ChatRoom>of(
                  () -> new Broadcast(1, BroadcastFixture::lateThread), () -> new OneThreadRoom(1))
              .first("join(Ann)", room -> room.join(quietAnn))
              .first("join(Bob)", room -> room.join(quietBob))
              .call("say(a)", room -> say(room, "a"))
              .last("leave(Ann)", room -> room.leave(quietAnn))
              .last("leave(Bob)", room -> room.leave(quietBob))
              .check(1);
      case "all call" ->
          roomWithAnn()
              .call("say(b)", room -> say(room, "b"))
              .call("join(Bob)", room -> room.join(quietBob))
              .call("leave(Ann)", room -> room.leave(quietAnn))
              .call("close()", BroadcastTest::close)
              .last("leave(Bob)", room -> room.leave(quietBob))
              .last("leave(Ann)", room -> room.leave(quietAnn))
              .check(12);
      default ->
          roomWithAnn()
              .call("say(b)", room -> say(room, "b"))
              .call("leave(Ann)", room -> room.leave(quietAnn))
              .call("join(Ann)", room -> room.join(quietAnn))
              .last("leave(Ann)", room -> room.leave(quietAnn))
              .check(12);
    }
  }

  /// One message waits for Ann, which is all that may: the room's threads haven't begun.
  private ConcurrentCalls<ChatRoom> roomWithAnn() {
    return ConcurrentCalls.<ChatRoom>of(
            () -> new Broadcast(1, BroadcastFixture::lateThread), () -> new OneThreadRoom(1))
        .first("join(Ann)", room -> room.join(quietAnn))
        .first("say(a)", room -> say(room, "a"));
  }

  private static Object say(ChatRoom room, String message) {
    room.say(message);
    return null;
  }

  private static Object close(ChatRoom room) {
    room.close();
    return null;
  }

  private void twoSpeak() throws InterruptedException {
    leavesThreads = true;
    var room = new Broadcast(2, factory);
    var ann = new RecordingMember();
    var bob = new RecordingMember();
    room.join(ann);
    room.join(bob);
    var other = start("other", () -> room.say("b"));
    room.say("a");
    other.join();
    ann.hears(2);
    bob.hears(2);
    assertEquals(List.of("a", "b"), ann.got.stream().sorted().toList(), "what Ann got, sorted");
    assertEquals(ann.got, bob.got, "what Bob got, compared with what Ann got");
  }

  @Test
  @DisplayName("two members are stuck, or seventy: the next gets all; a thread that waits sleeps")
  @Graded(points = 1, read = READ_DELIVERY)
  void slowMembersHarmNobody() {
    holdsInSchedules(100, () -> new BroadcastTest().twoAreStuck());
    holdsInSchedules(3, () -> new BroadcastTest().manyAreStuck(70));
  }

  private void twoAreStuck() throws InterruptedException {
    leavesThreads = true;
    var room = new Broadcast(2, factory);
    var ann = new RecordingMember();
    room.join(ann);
    var stuck = stuckMembers(2);
    for (var one : stuck) {
      room.join(one);
      room.say("hello");
      one.hears(1);
    }
    ann.hears(2);
    assertEquals(0, awakeAfterAWhile(), "threads with nothing to do, and not fast asleep");
    for (var one : stuck) {
      assertEquals(List.of("hello"), one.got, "what a member got that is stuck in its first send");
    }
  }

  private void manyAreStuck(int number) throws InterruptedException {
    var room = new Broadcast(150, factory);
    var stuck = stuckMembers(number);
    stuck.forEach(room::join);
    room.say("hello");
    for (var one : stuck) {
      one.hears(1);
    }
    var ann = new RecordingMember();
    room.join(ann);
    var messages = IntStream.range(0, 140).mapToObj(each -> "message " + each).toList();
    messages.forEach(room::say);
    ann.hears(140);
    room.close();
    assertEquals(messages, ann.all(), "what Ann got, while " + number + " others were stuck");
    everyThreadEnds();
  }

  @Explore(preemptions = 1)
  @DisplayName("a member for whom too much waits is removed, and not before")
  @Graded(points = 1, read = READ_CAPACITY)
  void aFullQueueRemovesItsMember() throws InterruptedException {
    leavesThreads = true;
    var room = new Broadcast(2, factory);
    var slow = new RecordingMember("a", never::await);
    slow.farewell = () -> awaitUninterruptibly(never);
    var ann = new RecordingMember();
    room.join(slow);
    room.join(ann);
    room.say("a");
    room.say("b");
    slow.hears(1);
    ann.hears(2);
    room.say("c");
    ann.hears(1);
    assertFalse(room.join(slow), "whether it could join again, with 2 of 2 messages waiting");
    room.say("d");
    assertFalse(room.leave(slow), "whether it was still in the room after one message more");
    assertEquals(List.of("a"), slow.all(), "what it got");
    ann.hears(1);
    room.close();
    assertEquals(List.of("a", "b", "c", "d"), ann.all(), "what Ann got, who is quick");
  }

  @Explore(preemptions = 1)
  @DisplayName("a member that throws is removed, one that interrupts its thread is not")
  @Graded(points = 1, read = READ_MEMBER)
  void aMemberMayThrow() throws InterruptedException {
    leavesThreads = true;
    switch (AnyValue.of("its send throws", "and it joins again", "another one leaves")) {
      case "its send throws" -> oneThrows();
      case "and it joins again" ->
          joinsAgain(new Broadcast(3, factory), new CountDownLatch(0), fails(brokenLine));
      default -> anotherLeaves(new Broadcast(2, factory));
    }
  }

  private void oneThrows() throws InterruptedException {
    leavesThreads = false;
    var breaks =
        AnyValue.of(
            fails(new Throwable("neither an exception nor an error")),
            fails(new StackOverflowError("a very broken member")),
            fails(new InterruptedException("the member's own")));
    var room = new Broadcast(2, factory);
    var ann = new RecordingMember("a", () -> Thread.currentThread().interrupt());
    var broken = new RecordingMember("a", breaks);
    broken.farewell = breaks;
    room.join(ann);
    room.join(broken);
    room.say("a");
    assertEquals(List.of("a"), broken.all(), "what a member got that threw");
    assertFalse(room.leave(broken), "whether it was still in the room");
    room.say("b");
    ann.hears(2);
    room.close();
    assertEquals(List.of("a", "b"), ann.all(), "what the other got, who interrupted its thread");
    assertEquals(List.of(), ann.interrupted, "what it got on a thread that was still interrupted");
    everyThreadEnds();
  }

  @Explore
  @DisplayName("from inside its send, a member lets another one in, speaks, leaves, and closes")
  @Graded(points = 1, read = READ_MEMBER)
  void membersCallBack() throws InterruptedException {
    var room = new Broadcast(2, factory);
    var carl = new RecordingMember("bye", room::close);
    var bob = new RecordingMember();
    bob.reactsTo(
        "hello",
        () -> {
          answers.add("join: " + room.join(carl));
          room.say("welcome");
          answers.add("leave: " + room.leave(bob));
          room.say("bye");
          never.await(); // until its own leaving interrupts it
        });
    bob.farewell = () -> answers.add("leave once more: " + room.leave(bob));
    room.join(bob);
    room.say("hello");
    assertEquals(List.of("hello"), bob.all(), "what Bob got, who let Carl in, spoke and left");
    assertEquals(List.of("welcome", "bye"), carl.all(), "what Carl got, who then closed the room");
    assertThrows(IllegalStateException.class, () -> room.say("?"), "say in a closed room");
    everyThreadEnds();
    var expected = List.of("join: true", "leave: true", "leave once more: false");
    assertEquals(expected, answers, "what Bob was answered, in send and then in removed");
  }

  @Explore
  @DisplayName("whoever joins hears all that is said from then on, even the second time")
  @Graded(points = 1, read = "the contract, ChatRoom.java: join")
  void joinsAtAnyTime() throws InterruptedException {
    leavesThreads = true;
    var room = new Broadcast(3, factory);
    switch (AnyValue.of("others speak", "her first send returns", "her first send throws")) {
      case "others speak" -> joinsWhileOthersSpeak(room);
      case "her first send returns" -> joinsAgain(room, new CountDownLatch(1), () -> {});
      default -> joinsAgain(room, new CountDownLatch(1), fails(brokenLine));
    }
  }

  @Explore
  @DisplayName("whoever leaves hears no more than what was on its way")
  @Graded(points = 1, read = READ_REMOVAL)
  void leavesAtAnyTime() throws InterruptedException {
    var room = new Broadcast(3, factory);
    var ann = new RecordingMember();
    var sentBefore = new AtomicInteger();
    room.join(ann);
    var other =
        start(
            "other",
            () -> {
              answers.add(room.leave(ann) ? "yes" : "no");
              sentBefore.set(ann.sends.get());
            });
    room.say("1");
    room.say("2");
    room.say("3");
    answers.add(room.leave(ann) ? "yes" : "no");
    room.say("too late");
    other.join();
    var got = ann.all();
    assertFalse(got.contains("too late"), "whether Ann got what was said after she had left");
    assertEquals(List.of("1", "2", "3").subList(0, got.size()), got, "what Ann got");
    if (got.size() > sentBefore.get() + 1) {
      fail("when leave returned, Ann had got " + sentBefore + " messages; then she got " + got);
    }
    assertEquals(
        List.of("no", "yes"), answers.stream().sorted().toList(), "two ask whether Ann left");
    everyThreadEnds();
    assertCalledByTheRoom(ann);
  }

  @Explore
  @DisplayName("close removes all members, even one that joins just then, and ends all threads")
  @Graded(points = 1, read = READ_REMOVAL)
  void closeEndsEverything() throws InterruptedException {
    var room = new Broadcast(2, factory);
    var open = new CountDownLatch(1);
    RecordingMember.Reaction waits =
        switch (AnyValue.of("heeds", "ignores", "throws")) {
          case "heeds" -> never::await;
          case "ignores" -> () -> awaitUninterruptibly(open);
          default -> fails(brokenLine);
        };
    var stuck = new RecordingMember("a", waits);
    var late = new RecordingMember();
    room.join(stuck);
    room.say("a");
    room.say("b");
    stuck.hears(1);
    var other =
        start(
            "other",
            () -> {
              try {
                room.join(late);
              } catch (IllegalStateException closed) {
                late.gone.countDown();
              }
            });
    room.close();
    other.join();
    open.countDown();
    assertEquals(List.of("a"), stuck.all(), "what a member got that was stuck in its first send");
    assertFalse(room.leave(stuck), "whether it was still in the closed room");
    late.gone.await(); // never returns if it has joined and is not removed
    everyThreadEnds();
    assertCalledByTheRoom(stuck);
    assertCalledByTheRoom(late);
    assertEquals(List.of(), late.got, "what a member got that came at the end");
    assertFalse(room.leave(late), "whether that one was still in the closed room");
  }
}
