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
    var name = SystemName.choose(place);
    for (var slot = 0; slot < SLOTS; slot++) {
      PosixSemaphore.create(empty(name, slot), 1).close();
      PosixSemaphore.create(full(name, slot), 0).close();
    }
  }

  @Override
  MemorySegment memory(Path place, Arena arena) throws IOException {
    return MappedSlots.map(place, arena);
  }

  @Override
  Turns turns(SharedSlot slot, int number, Path place, ProcessHandle other) throws IOException {
    var name = SystemName.at(place);
    return SemaphoreTurns.open(empty(name, number), full(name, number), other);
  }

  @Override
  public void remove(Path place) throws IOException {
    for (var name : SystemName.ifAt(place)) {
      for (var slot = 0; slot < SLOTS; slot++) {
        PosixSemaphore.remove(empty(name, slot));
        PosixSemaphore.remove(full(name, slot));
      }
    }
    MappedSlots.remove(place);
  }

  private static String empty(String name, int slot) {
    return name + "-e" + slot;
  }

  private static String full(String name, int slot) {
    return name + "-f" + slot;
  }
}
