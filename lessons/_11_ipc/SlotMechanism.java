package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Mechanisms whose messages go through memory that both processes share. They differ in how a
/// process waits for its turn.
abstract sealed class SlotMechanism implements Mechanism
    permits MappedFile, SharedMemory, SemaphoreMechanism, SignalMechanism {
  /// For two slots: for what the parent says, and for what the child says.
  static final long BYTES = 2 * SharedSlot.BYTES;

  /// The memory, which was made before.
  abstract MemorySegment memory(Path place, Arena arena) throws IOException;

  /// @param number of the slot, 0 or 1
  abstract SlotTurns turns(SharedSlot slot, int number, Path place, ProcessHandle other)
      throws IOException;

  /// Both have what they need. Without its name, it ends with them, however they end.
  void forget(Path place) throws IOException {
    remove(place);
  }

  @Override
  public final Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    var endpoint = endpoint(place, 0, child.toHandle());
    try {
      Arrival.await(place, child);
      forget(place);
      return endpoint;
    } catch (IOException | InterruptedException e) {
      endpoint.close();
      throw e;
    }
  }

  @Override
  public final Endpoint child(Path place) throws IOException {
    var endpoint = endpoint(place, 1, Polling.parent());
    Arrival.tell(place);
    return endpoint;
  }

  private Endpoint endpoint(Path place, int mine, ProcessHandle other) throws IOException {
    var arena = Arena.ofShared();
    try {
      var memory = memory(place, arena);
      var out = SharedSlot.of(memory, mine);
      var in = SharedSlot.of(memory, 1 - mine);
      return new SlotEndpoint(
          arena, out, turns(out, mine, place, other), in, turns(in, 1 - mine, place, other));
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }
}
