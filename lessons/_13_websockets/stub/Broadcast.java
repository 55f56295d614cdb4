package _13_websockets.stub;

import _13_websockets.ChatRoom;
import _13_websockets.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/// A chat room: what is said in it reaches every member.
public final class Broadcast implements ChatRoom {
  private final List<Member> members = new ArrayList<>();

  public Broadcast(int capacity, ThreadFactory factory) {
    // TODO: how much may wait for a member?
  }

  @Override
  public boolean join(Member member) {
    return members.add(member);
  }

  @Override
  public boolean leave(Member member) {
    return members.remove(member);
  }

  @Override
  public void say(String message) {
    for (var member : members) {
      try {
        // TODO: it may take for ever. Who waits for it then?
        member.send(message);
      } catch (Exception broken) {
        // TODO: is this member still in the room?
      }
    }
  }

  @Override
  public void close() {
    // TODO: who is in the room still, and what goes on there?
    members.clear();
  }
}
