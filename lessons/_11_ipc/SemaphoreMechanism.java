package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// Each slot has two semaphores, as in any bounded buffer: one counts what is full, the other what
/// is empty. The messages are in a mapped file.
final class SemaphoreMechanism extends SlotMechanism {
  private static final int SLOTS = 2;

  @Override
  public Optional<String> missing() {
    return PosixSemaphore.missing().or(() -> Refusal.of(this));
  }

  @Override
  public void prepare(Path place) throws IOException {
    for (var slot = 0; slot < SLOTS; slot++) {
      PosixSemaphore.create(SystemName.next(place), 1).close(); // empty
      PosixSemaphore.create(SystemName.next(place), 0).close(); // full
    }
  }

  @Override
  MemorySegment memory(Path place, Arena arena) throws IOException {
    return MappedSlots.map(place, arena);
  }

  @Override
  SlotTurns turns(SharedSlot slot, int number, Path place, ProcessHandle other) throws IOException {
    var names = SystemName.at(place);
    return SemaphoreTurns.open(names.get(2 * number), names.get(2 * number + 1), other);
  }

  @Override
  public void remove(Path place) throws IOException {
    for (var name : SystemName.at(place)) {
      PosixSemaphore.remove(name);
    }
    MappedSlots.remove(place);
  }
}
