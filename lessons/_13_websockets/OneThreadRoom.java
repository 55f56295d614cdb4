package _13_websockets;

import java.util.HashMap;
import java.util.Map;

/// A room for one thread, in which nobody takes a message out: what calls of a [ChatRoom] return
/// while its own threads haven't begun.
final class OneThreadRoom implements ChatRoom {
  private final Map<Member, Integer> waiting = new HashMap<>();
  private final int capacity;
  private boolean closed;

  OneThreadRoom(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public boolean join(Member member) {
    requireOpen();
    return waiting.putIfAbsent(member, 0) == null;
  }

  @Override
  public boolean leave(Member member) {
    return waiting.remove(member) != null;
  }

  @Override
  public void say(String message) {
    requireOpen();
    waiting.replaceAll((_, messages) -> messages + 1);
    waiting.values().removeIf(messages -> messages > capacity);
  }

  @Override
  public void close() {
    closed = true;
    waiting.clear();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException();
    }
  }
}
