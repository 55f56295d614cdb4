package _13_websockets.traps.broadcast;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import book.Trap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "whoever says something should send it, too: then nothing is left to do",
    fails = "slowMembersHarmNobody",
    saying = "no thread can go on")
public final class SendsWhileItSpeaks implements ChatRoom {
  private final Set<Member> members = new LinkedHashSet<>();
  private boolean closed;

  public SendsWhileItSpeaks(int capacity, ThreadFactory factory) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
  }

  @Override
  public synchronized boolean join(Member member) {
    mustBeOpen();
    return members.add(Objects.requireNonNull(member));
  }

  @Override
  public synchronized boolean leave(Member member) {
    if (!members.remove(Objects.requireNonNull(member))) {
      return false;
    }
    try {
      member.removed();
    } catch (Exception itsOwn) {
      // It is gone.
    }
    return true;
  }

  @Override
  public synchronized void say(String message) {
    Objects.requireNonNull(message);
    mustBeOpen();
    for (var member : List.copyOf(members)) {
      try {
        member.send(message);
      } catch (Throwable broken) {
        leave(member);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(members).forEach(this::leave);
  }

  private void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("the room is closed");
    }
  }
}
