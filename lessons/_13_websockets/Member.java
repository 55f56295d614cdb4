package _13_websockets;

/// Somebody in a [ChatRoom]. A member equals itself, and nobody else.
///
/// Both methods may do anything: wait for ever, throw anything, call the room, interrupt their own
/// thread. Whatever they do, it harms no other member.
public interface Member {
  /// Takes a message. A member whose `send` throws is removed, even if what it throws is an
  /// `InterruptedException`. One whose `send` has left its thread interrupted is not: it gets the
  /// next message like any other, on a thread that is no longer interrupted.
  void send(String message) throws Exception;

  /// Learns that it is no longer in the room, whatever the reason; so it may join again from here.
  /// Its thread may be interrupted. What it throws is dropped.
  void removed() throws Exception;
}
