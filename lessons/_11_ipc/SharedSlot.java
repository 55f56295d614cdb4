package _11_ipc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/// A place in memory that two processes share, for a piece of a message. One fills it, the other
/// empties it. New memory, which is zeros, is an empty slot.
record SharedSlot(MemorySegment memory) {
  private static final VarHandle INT = JAVA_INT.varHandle();
  private static final long FULL = 0;
  private static final long LENGTH = 4;
  private static final long TO_COME = 8;
  private static final long PIECE = 64;
  private static final int LONGEST_PIECE = Responder.LONGEST;

  static final long BYTES = PIECE + LONGEST_PIECE;

  /// @param memory of all slots
  /// @param number from 0
  static SharedSlot of(MemorySegment memory, int number) {
    return new SharedSlot(memory.asSlice(number * BYTES, BYTES));
  }

  boolean isFull() {
    return (int) INT.getAcquire(memory, FULL) == 1;
  }

  /// What was done to the slot before can be seen by the process that asks whether it is full.
  void setFull(boolean full) {
    INT.setRelease(memory, FULL, full ? 1 : 0);
  }

  /// Copies the next piece of a message into the slot.
  void put(ByteBuffer message) {
    var length = Math.min(message.remaining(), LONGEST_PIECE);
    memory.asSlice(PIECE).asByteBuffer().put(message.slice(message.position(), length));
    message.position(message.position() + length);
    memory.set(JAVA_INT, LENGTH, length);
    memory.set(JAVA_INT, TO_COME, message.remaining());
  }

  /// Copies the piece from the slot.
  ///
  /// @return how many bytes of the message are still to come
  int take(ByteBuffer buffer) {
    buffer.put(memory.asSlice(PIECE, memory.get(JAVA_INT, LENGTH)).asByteBuffer());
    return memory.get(JAVA_INT, TO_COME);
  }
}
