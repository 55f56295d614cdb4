package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// A file that both processes map into their memory. What one writes there, the other can read: no
/// system call is needed. It's shared memory with a name in a folder.
final class MappedFile extends SlotMechanism {
  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) {} // whoever maps it first makes it

  @Override
  MemorySegment memory(Path place, Arena arena) throws IOException {
    return MappedSlots.map(place, arena);
  }

  @Override
  SlotTurns turns(SharedSlot slot, int number, Path place, ProcessHandle other) {
    return new SpinTurns(slot, other, SpinPause.YIELD);
  }

  @Override
  void forget(Path place) {} // Windows removes no file that is mapped

  @Override
  public void remove(Path place) throws IOException {
    MappedSlots.remove(place);
  }
}
