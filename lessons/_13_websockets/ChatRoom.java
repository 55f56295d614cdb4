package _13_websockets;

/// A chat room: what is said in it reaches every member.
///
/// All methods are linearizable: each takes effect at one moment between its call and its return.
/// Any thread may call them, even one that is inside a member's `send` or `removed`. They never
/// wait for a member, and neither heed nor clear an interrupt. A null argument is refused before
/// anything else is looked at.
///
/// **Delivery.** A member gets the messages that are said while it is in the room, each once, in
/// the order in which they are said: it is the same for all. From `join` to `removed`, the calls of
/// one member come one after the other, and each happens-before the next; what a thread does before
/// it calls `join` or `say` happens-before the calls that come of it. No member waits for another
/// one's call to return.
///
/// **Threads.** The room calls its members on threads that it makes with its factory, and on no
/// others. The factory makes as many as it is asked for, and throws nothing; a thread may take a
/// while to begin. One that has nothing to send sleeps until there is something: it does not look
/// around every now and then. One that no member needs any more ends, some minutes later at most.
/// Each `send` of a member that is in the room begins with its thread not interrupted. No thread
/// dies of what a member throws.
///
/// **Capacity.** Up to `capacity` messages wait for each member. A message waits from the moment it
/// is said until the room takes it out to call `send` with it. While a call of `send` is under way,
/// no further message is taken out for that member.
///
/// **Removal.** A member is removed when it leaves; when something is said while `capacity`
/// messages wait for it already (it does not get this one either); when its `send` throws anything;
/// and when the room is closed. Then what waits for it is dropped, and the thread that is inside
/// its `send` is interrupted. A message that was taken out before may still reach it. When its
/// `send` has returned, interrupt or no interrupt, `removed` is called, once, as the last call.
///
/// The class has one constructor, `Broadcast(int capacity, ThreadFactory factory)`. It throws an
/// `IllegalArgumentException` if the capacity is less than 1, and a `NullPointerException` if the
/// factory is null. A capacity of `Integer.MAX_VALUE` is fine.
public interface ChatRoom extends AutoCloseable {
  /// Lets a member in: it gets what is said from now on. One that was removed may join again, and
  /// that is a new beginning: its calls do not wait for those of the time before.
  ///
  /// @return false if the member is in the room already; then nothing changes
  /// @throws NullPointerException if the member is null
  /// @throws IllegalStateException if the room is closed
  boolean join(Member member);

  /// Removes a member.
  ///
  /// @return false if the member is not in the room; then nothing changes
  /// @throws NullPointerException if the member is null
  boolean leave(Member member);

  /// Says something to all who are in the room.
  ///
  /// @param message any text, even an empty one
  /// @throws NullPointerException if the message is null; then nothing changes
  /// @throws IllegalStateException if the room is closed
  void say(String message);

  /// Removes all members, and closes the room for good. If it is closed, nothing changes.
  @Override
  void close();
}
